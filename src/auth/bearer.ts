import type { Citation } from '#core/reasons.ts';
import type { Acts } from './acts.ts';
import { refusal, type Refusal } from './verdict.ts';

const BEARER: readonly Citation[] = [
  { document: 'RFC 6750', section: '2.1' },
  { document: 'RFC 9110', section: '11.4' },
];
const NO_ERROR_CODE: readonly Citation[] = [
  { document: 'RFC 6750', section: '3.1' },
];

/** The token in an `Authorization` header, or why there is none. */
export type BearerReading =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly refusal: Refusal };

// region: bearer.read
/** Reads `Bearer <token>`: the scheme in any case, spaces, one word. */
export function readBearer(
  acts: Pick<Acts, 'step'>,
  authorization: string | null,
): BearerReading {
  const words = (authorization ?? '').split(/[ \t]+/).filter(Boolean);
  const [scheme, token] = words;
  const detail = { header: 'Authorization', words: words.length };
  acts.step('parse-credential', detail, 'bearer.read');

  // No credentials: 401 without an error code.
  if (!scheme) return refuse('bearer-missing', NO_ERROR_CODE);

  // `Bearer` alone, or a token without its scheme: malformed.
  if (!token) return refuse('bearer-malformed', BEARER);

  // Another scheme is not for us: as if there were nothing.
  // `startsWith('Bearer')` would let `BearerX` through here.
  if (scheme.toLowerCase() !== 'bearer')
    return refuse('bearer-missing', NO_ERROR_CODE);

  // One token and no more, after spaces: a tab is none.
  if (words.length > 2 || authorization?.includes('\t'))
    return refuse('bearer-malformed', BEARER);

  return { ok: true, token };
}
// endregion

function refuse(
  reason: Refusal['reason'],
  cites: readonly Citation[],
): BearerReading {
  return { ok: false, refusal: refusal(reason, cites) };
}
