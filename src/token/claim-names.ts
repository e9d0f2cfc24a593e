import type { Citation } from '#core/reasons.ts';
import { HEADER_PARAMETER_NAMES } from './header-parameters.ts';

/** What a registered claim must hold. `audience`: a string or an array of strings. `numeric-date`: seconds, fractions allowed. */
export type ClaimType = 'string' | 'audience' | 'numeric-date' | 'number' | 'boolean' | 'string-array' | 'object';

export interface ClaimRule {
  readonly type: ClaimType;
  readonly source: Citation;
}

const RFC7519 = 'RFC 7519';
const OIDC = 'OpenID Connect Core 1.0';

/** Registered claims (IANA "JSON Web Token Claims") that are met in practice: type, document, section. */
const CLAIMS: readonly (readonly [string, ClaimType, string, string])[] = [
  ['iss', 'string', RFC7519, '4.1.1'],
  ['sub', 'string', RFC7519, '4.1.2'],
  ['aud', 'audience', RFC7519, '4.1.3'],
  ['exp', 'numeric-date', RFC7519, '4.1.4'],
  ['nbf', 'numeric-date', RFC7519, '4.1.5'],
  ['iat', 'numeric-date', RFC7519, '4.1.6'],
  ['jti', 'string', RFC7519, '4.1.7'],
  ['azp', 'string', OIDC, '2'],
  ['nonce', 'string', OIDC, '2'],
  ['auth_time', 'numeric-date', OIDC, '2'],
  ['at_hash', 'string', OIDC, '3.1.3.6'],
  ['c_hash', 'string', OIDC, '3.3.2.11'],
  ['acr', 'string', OIDC, '2'],
  ['amr', 'string-array', OIDC, '2'],
  ['sub_jwk', 'object', OIDC, '7.4'],
  ['name', 'string', OIDC, '5.1'],
  ['given_name', 'string', OIDC, '5.1'],
  ['family_name', 'string', OIDC, '5.1'],
  ['middle_name', 'string', OIDC, '5.1'],
  ['nickname', 'string', OIDC, '5.1'],
  ['preferred_username', 'string', OIDC, '5.1'],
  ['profile', 'string', OIDC, '5.1'],
  ['picture', 'string', OIDC, '5.1'],
  ['website', 'string', OIDC, '5.1'],
  ['email', 'string', OIDC, '5.1'],
  ['email_verified', 'boolean', OIDC, '5.1'],
  ['gender', 'string', OIDC, '5.1'],
  ['birthdate', 'string', OIDC, '5.1'],
  ['zoneinfo', 'string', OIDC, '5.1'],
  ['locale', 'string', OIDC, '5.1'],
  ['phone_number', 'string', OIDC, '5.1'],
  ['phone_number_verified', 'boolean', OIDC, '5.1'],
  ['address', 'object', OIDC, '5.1.1'],
  ['updated_at', 'numeric-date', OIDC, '5.1'],
  ['sid', 'string', 'OpenID Connect Front-Channel Logout 1.0', '3'],
  ['events', 'object', 'RFC 8417', '2.2'],
  ['toe', 'numeric-date', 'RFC 8417', '2.2'],
  ['txn', 'string', 'RFC 8417', '2.2'],
  ['cnf', 'object', 'RFC 7800', '3.1'],
  ['act', 'object', 'RFC 8693', '4.1'],
  ['scope', 'string', 'RFC 8693', '4.2'],
  ['client_id', 'string', 'RFC 8693', '4.3'],
  ['may_act', 'object', 'RFC 8693', '4.4'],
  ['roles', 'string-array', 'RFC 9068', '2.2.3.1'],
  ['groups', 'string-array', 'RFC 9068', '2.2.3.1'],
  ['entitlements', 'string-array', 'RFC 9068', '2.2.3.1'],
  ['htm', 'string', 'RFC 9449', '4.2'],
  ['htu', 'string', 'RFC 9449', '4.2'],
  ['ath', 'string', 'RFC 9449', '4.2'],
  ['vc', 'object', 'W3C Verifiable Credentials 1.1', '6.3.1'],
  ['_sd', 'string-array', 'RFC 9901', '4.2.4.1'],
  ['_sd_alg', 'string', 'RFC 9901', '4.1.1'],
  ['sd_hash', 'string', 'RFC 9901', '4.3'],
];

const RULES: ReadonlyMap<string, ClaimRule> = new Map(
  CLAIMS.map(([name, type, document, section]) => [name, { type, source: { document, section } }]),
);

/** The rule for a claim of this exact name (names are case-sensitive), or null. */
export function claimRule(name: string): ClaimRule | null {
  return RULES.get(name) ?? null;
}

/** True for claims and header parameters that specifications give a meaning. */
export function isRegisteredName(name: string): boolean {
  return RULES.has(name) || HEADER_PARAMETER_NAMES.has(name);
}
