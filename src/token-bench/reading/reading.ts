import type { FindingEntry } from '#glossary/entry.ts';
import type { ClaimsReading } from '#token/claims.ts';
import type { Extraction } from '#token/extract.ts';
import type { Finding } from '#token/findings.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import type { VerdictWords } from '../verdicts/verdict-words.ts';

/** All that can be said of a paste without a key. Plain data but for the JSON trees: see `parcel.ts`. */
export interface Reading {
  readonly extraction: Extraction;
  /** Which of the candidates is read; 0 is the likeliest. */
  readonly chosen: number;
  readonly token: ParsedToken;
  /** The first verdict in words. */
  readonly format: VerdictWords;
  /** The words for what was found, by code; empty where `contentFindingEntry` has them all. */
  readonly explained: Readonly<Record<string, FindingEntry>>;
  /** Judged at the second of reading; `claims/judge-now.ts` judges the dates anew. */
  readonly claims: ClaimsReading;
  readonly lint: readonly Finding[];
}

export interface ReadRequest {
  readonly pasted: string;
  readonly chosen: number;
  /** Unix seconds. */
  readonly now: number;
}
