/**
 * Why something was accepted or refused: one closed union of codes, never prose. The glossary has an entry for each.
 * A server tells the outside far less than it records here (failures of one kind are byte-identical).
 */
export const REASONS = [
  'ok',
  // any request
  'route-unknown',
  'method-not-allowed',
  'content-too-large',
  'media-type-unsupported',
  'body-invalid',
  'server-fault',
  // login
  'too-many-attempts',
  'user-unknown',
  'password-wrong',
  'user-disabled',
  // account and admin
  'email-taken',
  'role-insufficient',
  'account-unknown',
  // session
  'session-missing',
  'session-malformed',
  'session-unknown',
  'session-idle',
  'session-absolute',
  'session-corrupt',
  // bearer token
  'bearer-missing',
  'bearer-malformed',
  'token-malformed',
  'token-encoding',
  'token-duplicate-member',
  'token-alg',
  'token-crit',
  'token-signature',
  'token-typ',
  'token-iss',
  'token-aud',
  'token-claim-missing',
  'token-claim-type',
  'token-expired',
  'token-not-yet-valid',
  'token-revoked',
  'token-cut-off',
  'token-subject-unknown',
  // refresh token that only a table gives a meaning
  'refresh-unknown',
  'refresh-expired',
  'refresh-revoked',
  'refresh-reused',
  // cookies: stored, refused, sent or withheld (RFC 6265bis §5)
  'cookie-empty',
  'cookie-control-character',
  'cookie-too-large',
  'cookie-attribute-too-large',
  'cookie-domain-mismatch',
  'cookie-public-suffix',
  'cookie-prefix',
  'cookie-secure-required',
  'cookie-same-site-none-insecure',
  'cookie-overwrites-secure',
  'cookie-overwrites-http-only',
  'cookie-expired',
  'cookie-host-mismatch',
  'cookie-path-mismatch',
  'cookie-insecure-channel',
  'cookie-cross-site',
  'cookie-http-only',
] as const;

export type Reason = (typeof REASONS)[number];

/** Where a rule is written: `{ document: 'RFC 6265bis', section: '5.6' }`. */
export interface Citation {
  readonly document: string;
  readonly section?: string;
}
