import { contentFindingEntry } from '#glossary/findings-content.ts';
import { claimsSegment, readClaims } from '#token/claims.ts';
import { lintToken } from '#token/lint.ts';
import { parsePlainJwt } from '#token/parse-compact.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { WELL_FORMED_JWT } from '../verdicts/verdict-words.ts';
import type { Reading, ReadRequest } from './reading.ts';

/** What is said of a token's content, whatever its form. */
export function readContent(token: ParsedToken, now: number): Pick<Reading, 'claims' | 'lint'> {
  return { claims: readClaims(claimsSegment(token), { now }), lint: lintToken(token, { now }) };
}

/**
 * Reads a paste that is a sound signed JWT and nothing else, as `readPaste` does: this much comes with the page. Null for anything else.
 * Never throws.
 */
export function readPlain({ pasted, now }: ReadRequest): Reading | null {
  const token = parsePlainJwt(pasted);
  if (token === null) return null;
  const content = readContent(token, now);
  const found = [...content.claims.findings, ...content.lint];
  if (found.some(({ code }) => contentFindingEntry(code) === null)) return null;
  return {
    extraction: {
      candidates: [
        {
          text: pasted,
          place: { start: 0, end: pasted.length },
          wrapper: 'none',
          carrier: 'whole',
          name: null,
          isCompact: true,
          repairs: [],
        },
      ],
      unlisted: 0,
    },
    chosen: 0,
    token,
    format: WELL_FORMED_JWT,
    explained: {},
    ...content,
  };
}
