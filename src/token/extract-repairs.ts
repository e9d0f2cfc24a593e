import { shown } from './visible.ts';

/**
 * What was taken away or undone to get from the pasted text to a token. The first five are damage: a token with them in it is not
 * legal, whatever it looks like. The others belong to what carried it.
 */
const REPAIR_KINDS = [
  'whitespace',
  'line-break',
  'unicode-space',
  'zero-width',
  'byte-order-mark',
  'surrounding-text',
  'quotes',
  'punctuation',
  'scheme',
  'percent-encoding',
  'json-escapes',
  'shell-quoting',
  'header-folding',
  'line-marks',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

const DAMAGE: ReadonlySet<RepairKind> = new Set<RepairKind>([
  'whitespace',
  'line-break',
  'unicode-space',
  'zero-width',
  'byte-order-mark',
]);

export interface Repair {
  readonly kind: RepairKind;
  /** Where it was first needed, in characters of the pasted text. */
  readonly offset: number;
  /** How many characters were removed, or sequences decoded. */
  readonly count: number;
  /** The first of them, safe to show. */
  readonly sample: string;
  /** The token as it was pasted is not legal because of this. */
  readonly isDamage: boolean;
}

export function repair(kind: RepairKind, offset: number, count: number, sample: string): Repair {
  return { kind, offset, count, sample: shown(sample), isDamage: DAMAGE.has(kind) };
}

/** Joins repairs of the same kind: counts add up, the first place stays. */
export function mergeRepairs(repairs: readonly Repair[]): readonly Repair[] {
  const byKind = new Map<RepairKind, Repair>();
  for (const next of repairs) {
    const known = byKind.get(next.kind);
    if (known === undefined) byKind.set(next.kind, next);
    else {
      const first = next.offset < known.offset ? next : known;
      byKind.set(next.kind, { ...first, count: known.count + next.count });
    }
  }
  return [...byKind.values()].toSorted((a, b) => a.offset - b.offset);
}
