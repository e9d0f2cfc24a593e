import type { JsonObject } from '#core/json.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import { TOKEN_PROFILES, type Claims, type TokenUse } from './claims.ts';
import { refusal, type Refusal } from './verdict.ts';

/** What a token is held against. Unix seconds and seconds. */
export interface Expectation {
  readonly use: TokenUse;
  readonly now: number;
  /** How much the clocks of issuer and verifier may differ. */
  readonly leeway: number;
}

export type ClaimsCheck =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Holds header and claims against what this server issues. Not `exp`: the outside is told of expiry only where the token
 * is good in everything else, so `checkExpiry` comes last of all.
 */
export function checkClaims(
  header: JsonObject,
  payload: JsonObject,
  expected: Expectation,
): ClaimsCheck {
  const required = readRequired(payload);
  if (!required.ok) return required;
  const wrong =
    checkType(header, expected) ??
    checkIssuer(required.claims) ??
    checkAudience(payload, expected) ??
    checkNotBefore(payload, expected);
  return wrong ? { ok: false, refusal: wrong } : required;
}

/** Names, identifiers and times must be there and of their types: a claim that is missing is never read as "no limit". */
function readRequired({ role = null, ...payload }: JsonObject): ClaimsCheck {
  const { iss, sub, jti, iat, exp } = payload;
  for (const [name, value] of Object.entries({ iss, sub, jti })) {
    if (value === undefined || value === '')
      return refuse('token-claim-missing', '4.1', name);
    if (typeof value !== 'string') return refuse('token-claim-type', '2', name);
  }
  for (const [name, value] of Object.entries({ iat, exp })) {
    if (value === undefined) return refuse('token-claim-missing', '4.1', name);
    if (!isNumericDate(value)) return refuse('token-claim-type', '2', name);
  }
  const said = typeof role === 'string' ? role : null;
  return {
    ok: true,
    claims: { iss, sub, jti, iat, exp, role: said } as Claims,
  };
}

/** Seconds since 1970, with or without a fraction (RFC 7519 §2). */
function isNumericDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Each kind of token has a type of its own; `application/` may be left out and case does not count (RFC 7515 §4.1.9). */
function checkType({ typ }: JsonObject, { use }: Expectation): Refusal | null {
  const given =
    typeof typ === 'string'
      ? typ.toLowerCase().replace(/^application\//, '')
      : null;
  if (given === TOKEN_PROFILES[use].typ) return null;
  return refusal(
    'token-typ',
    [{ document: 'RFC 8725', section: '3.11' }],
    'typ',
  );
}

/** Only tokens of this server; compared as strings, not as addresses. */
function checkIssuer({ iss }: Claims): Refusal | null {
  return iss === APP_ORIGIN
    ? null
    : refusal('token-iss', [{ document: 'RFC 8725', section: '3.8' }], 'iss');
}

/** Meant for us: alone or among others. */
function checkAudience(
  { aud }: JsonObject,
  { use }: Expectation,
): Refusal | null {
  const ours = TOKEN_PROFILES[use].aud;
  if (aud === ours || (Array.isArray(aud) && aud.includes(ours))) return null;
  return refusal(
    'token-aud',
    [{ document: 'RFC 7519', section: '4.1.3' }],
    'aud',
  );
}

/** Where there is an `nbf`, its second must have come. */
function checkNotBefore(
  { nbf }: JsonObject,
  { now, leeway }: Expectation,
): Refusal | null {
  if (nbf === undefined) return null;
  const cites = [{ document: 'RFC 7519', section: '4.1.5' }];
  if (!isNumericDate(nbf)) return refusal('token-claim-type', cites, 'nbf');
  return nbf > now + leeway
    ? refusal('token-not-yet-valid', cites, 'nbf')
    : null;
}

/** "On or after": the token is over in the very second that `exp` names. */
export function checkExpiry(
  { exp }: Claims,
  { now, leeway }: Expectation,
): Refusal | null {
  if (now < exp + leeway) return null;
  return refusal(
    'token-expired',
    [{ document: 'RFC 7519', section: '4.1.4' }],
    'exp',
  );
}

function refuse(
  reason: Refusal['reason'],
  section: string,
  subject: string,
): ClaimsCheck {
  return {
    ok: false,
    refusal: refusal(reason, [{ document: 'RFC 7519', section }], subject),
  };
}
