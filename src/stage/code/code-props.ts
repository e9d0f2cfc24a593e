import type { Column } from '#core/align.ts';
import type { RegionName } from '#core/events.ts';
import type { CodeView } from '#projections/models.ts';

/** A named region of the source that ran, cut out and tokenised at build (`virtual:code-regions`). */
export interface CodeSource {
  /** Relative to the project's root. */
  readonly file: string;
  /** 1-based lines of the file, first and last. */
  readonly startLine: number;
  readonly endLine: number;
  /** The lines of the outermost region around this one: pairs of an index into `tokenKinds` and a text. */
  readonly lines: readonly (readonly (readonly [kind: number, text: string])[])[];
  /** This region's own lines: a half-open range of indexes into `lines`. */
  readonly from: number;
  readonly to: number;
}

export interface CodePanelProps {
  readonly view: CodeView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** By region; null while they are being loaded. */
  readonly sources: Readonly<Record<RegionName, CodeSource>> | null;
  /** `keyword`, `string`, `foreground`, … */
  readonly tokenKinds: readonly string[];
}
