import type { JsonValue } from '#core/json.ts';
import type { Citation } from '#core/reasons.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';

/** One remembered entry, and what a rule about it may depend on. */
export interface Remembered {
  /** Under which a reader knows it. */
  readonly name: string;
  readonly value: JsonValue;
  /** Nothing else is in the same place. */
  readonly alone: boolean;
  readonly scheme: SchemeId;
  readonly settings: Settings;
}

/** What is true of one entry, why, and where that is laid down. */
export interface Fact {
  /** `partly`: of one of them, and which one only the moment tells. */
  readonly holds: boolean | 'partly';
  readonly because: string;
  readonly cite: Citation;
}

/** The same for every entry of a place, or told by the entry. */
export type Rule = Fact | ((entry: Remembered) => Fact);

/** How far a claim holds of a place: of every entry, of some, of none. */
export type Extent = 'all' | 'some' | 'none';

export interface Claim {
  readonly extent: Extent;
  /** One where the same is true of all; else one for each group of entries, which it names. */
  readonly reasons: readonly (Fact & { readonly of: readonly string[] | null })[];
}

/** What a rule says of all entries of a place together; there must be one at least. */
export function claimOf(rule: Rule, entries: readonly Remembered[]): Claim {
  const groups = new Map<string, { readonly fact: Fact; readonly of: string[] }>();
  for (const entry of entries) {
    const fact = typeof rule === 'function' ? rule(entry) : rule;
    const key = `${fact.holds} ${fact.because}`;
    const group = groups.get(key) ?? { fact, of: [] };
    group.of.push(entry.name);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  const isAll = found.every(({ fact }) => fact.holds === true);
  const isNone = found.every(({ fact }) => fact.holds === false);
  return {
    extent: isAll ? 'all' : isNone ? 'none' : 'some',
    reasons: found.map(({ fact, of }) => ({ ...fact, of: found.length === 1 ? null : of })),
  };
}

export function yes(because: string, document: string, section?: string): Fact {
  return { holds: true, because, cite: citation(document, section) };
}

export function no(because: string, document: string, section?: string): Fact {
  return { holds: false, because, cite: citation(document, section) };
}

export function partly(because: string, document: string, section?: string): Fact {
  return { holds: 'partly', because, cite: citation(document, section) };
}

function citation(document: string, section: string | undefined): Citation {
  return section === undefined ? { document } : { document, section };
}
