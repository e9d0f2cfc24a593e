import type { Citation } from '#core/reasons.ts';

/** Where a statement is written. The link is for the reader: the app itself never follows it. */
export interface Source extends Citation {
  readonly url?: string;
}

/** One term explained: in one or two plain sentences, with the place where it is laid down. */
export interface Entry {
  /** As it is spelled where it appears. */
  readonly term: string;
  readonly says: string;
  readonly source: Source;
}

/** Something found in a token: `says` is why it matters, `advice` what to do. */
export interface FindingEntry extends Entry {
  readonly advice: string;
}

/** A family whose keys anybody may invent: header fields, claims. */
export type OpenFamily<E extends Entry = Entry> = Readonly<Record<string, E>>;

/** The entry of that name, or null. A hostile name (`__proto__`, `constructor`) is a name like any other. */
export function lookUp<E extends Entry>(family: OpenFamily<E>, key: string): E | null {
  return Object.hasOwn(family, key) ? (family[key] ?? null) : null;
}
