import { type ClaimsReading, claimsSegment, readClaims } from '#token/claims.ts';
import { type Extraction, extractTokens } from '#token/extract.ts';
import type { Finding } from '#token/findings.ts';
import { lintToken } from '#token/lint.ts';
import { parseToken } from '#token/parse.ts';
import type { ParsedToken } from '#token/token-forms.ts';

/** All that can be said of a paste without a key. Plain data but for the JSON trees: see `parcel.ts`. */
export interface Reading {
  readonly extraction: Extraction;
  /** Which of the candidates is read; 0 is the likeliest. */
  readonly chosen: number;
  readonly token: ParsedToken;
  /** Judged at the second of reading; `claims/clock.ts` judges the dates anew. */
  readonly claims: ClaimsReading;
  readonly lint: readonly Finding[];
}

export interface ReadRequest {
  readonly pasted: string;
  readonly chosen: number;
  /** Unix seconds. */
  readonly now: number;
}

/** Finds the tokens in a paste and reads the chosen one. Never throws. */
export function readPaste({ pasted, chosen, now }: ReadRequest): Reading {
  const extraction = extractTokens(pasted);
  const index = Math.min(chosen, Math.max(0, extraction.candidates.length - 1));
  const token = parseToken(extraction.candidates[index]?.text ?? '');
  return {
    extraction,
    chosen: index,
    token,
    claims: readClaims(claimsSegment(token), { now }),
    lint: lintToken(token, { now }),
  };
}
