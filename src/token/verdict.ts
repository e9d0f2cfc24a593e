import type { ParsedToken, PayloadContent } from './token-forms.ts';

/**
 * The first of the three verdicts; it says nothing about the signature or the claims.
 * - `well-formed`: no rule is broken, though there may be warnings. - `unsecured`: as that, with `alg: none`.
 * - `invalid`: a rule is broken. - `other`: not a JOSE token. - `empty`: nothing there.
 */
export interface FormatVerdict {
  readonly state: 'well-formed' | 'unsecured' | 'invalid' | 'other' | 'empty';
  /** The payload is a claims set, so that the token can be a JWT (RFC 7519 §7.2). */
  readonly isJwt: boolean;
  readonly invalid: number;
  readonly warnings: number;
}

export function formatVerdict(token: ParsedToken): FormatVerdict {
  let invalid = 0;
  let warnings = 0;
  for (const { severity } of token.findings) {
    if (severity === 'invalid') invalid += 1;
    else if (severity === 'warning') warnings += 1;
  }
  const isJwt = invalid === 0 && contentOf(token) === 'claims' && token.form !== 'jws-json';
  return { state: stateOf(token, invalid), isJwt, invalid, warnings };
}

function stateOf(token: ParsedToken, invalid: number): FormatVerdict['state'] {
  switch (token.form) {
    case 'empty':
      return 'empty';
    case 'other':
    case 'key-material':
      return 'other';
    case 'malformed':
      return 'invalid';
    case 'unsecured':
      return invalid > 0 ? 'invalid' : 'unsecured';
    case 'jws':
    case 'detached':
    case 'jwe':
    case 'jws-json':
    case 'jwe-json':
    case 'sd-jwt':
      return invalid > 0 ? 'invalid' : 'well-formed';
  }
}

/** What the payload holds, null where there is none to read. */
export function contentOf(token: ParsedToken): PayloadContent | null {
  switch (token.form) {
    case 'jws':
    case 'unsecured':
    case 'detached':
    case 'jws-json':
      return token.content;
    case 'sd-jwt':
      return token.issuer.content;
    default:
      return null;
  }
}
