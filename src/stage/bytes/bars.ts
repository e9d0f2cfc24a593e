import type { Column } from '#core/align.ts';
import type { BytesRow, BytesView } from '#projections/models.ts';

/** Messages drawn at most; the sums count all. */
const SHOWN = 40;

export interface Side {
  readonly rows: readonly BytesRow[];
  readonly hidden: number;
  readonly credentialBytes: number;
  readonly totalBytes: number;
}

/** The latest messages of a side, and the sums of all. */
export function sideOf(view: BytesView, column: Column): Side {
  const all = view[column];
  return {
    rows: all.slice(-SHOWN),
    hidden: Math.max(0, all.length - SHOWN),
    credentialBytes: all.reduce((sum, row) => sum + row.credentialBytes, 0),
    totalBytes: all.reduce((sum, row) => sum + row.totalBytes, 0),
  };
}

/** The bytes that fill the whole width: the largest message shown on either side. */
export function scaleOf(sides: readonly Side[]): number {
  return Math.max(1, ...sides.flatMap(({ rows }) => rows.map(({ totalBytes }) => totalBytes)));
}

/** `12.5%` of the scale. */
export function share(bytes: number, scale: number): string {
  return `${Math.round((bytes / scale) * 1000) / 10}%`;
}
