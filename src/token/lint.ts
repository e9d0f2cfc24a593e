import { claimsSegment, readClaims } from './claims.ts';
import { FindingList } from './finding-list.ts';
import type { Finding } from './findings.ts';
import { partsOf } from './header-rules.ts';
import { lintAlgorithm } from './lint-algorithm.ts';
import { lintClaims } from './lint-claims.ts';
import { lintHeader } from './lint-header.ts';
import { lintPayload } from './lint-payload.ts';
import { lintSignature } from './lint-signature.ts';
import { lintSize } from './lint-size.ts';
import type { Segment } from './segment.ts';
import type { ParsedToken } from './token-forms.ts';

/** `now` in Unix seconds, for the lifetime of a token without `iat`. */
export interface LintOptions {
  readonly now: number;
}

/**
 * What is legal and still unwise, after RFC 8725 and its revision (draft-ietf-oauth-rfc8725bis). What the parser already found is not
 * said again. Whether a secret is weak is not looked at: that takes cryptography.
 */
export function lintToken(token: ParsedToken, { now }: LintOptions): readonly Finding[] {
  const findings = new FindingList();
  for (const { header, signature } of signedHeaders(token)) {
    const parts = partsOf(header);
    lintAlgorithm(parts, findings);
    lintHeader(parts, findings);
    if (signature !== null) lintSignature(parts, signature, findings);
  }
  const payload = claimsSegment(token);
  if (payload?.json) {
    const first = signedHeaders(token)[0];
    const { claims } = readClaims(payload, { now });
    lintClaims(payload, payload.json, claims, partsOf(first?.header ?? payload), now, findings);
    lintPayload(payload, payload.json, findings);
  }
  if (token.form !== 'other' && token.form !== 'key-material') lintSize(token.text, findings);
  return findings.finish();
}

interface SignedHeader {
  readonly header: Segment;
  /** Null for a JWE. */
  readonly signature: Segment | null;
}

function signedHeaders(token: ParsedToken): readonly SignedHeader[] {
  switch (token.form) {
    case 'jws':
    case 'unsecured':
    case 'detached':
      return [token];
    case 'sd-jwt':
      return token.keyBinding === null ? [token.issuer] : [token.issuer, token.keyBinding];
    case 'jws-json':
      return token.signatures.flatMap(({ header, signature }) => (header === null ? [] : [{ header, signature }]));
    case 'jwe':
      return [{ header: token.header, signature: null }];
    case 'jwe-json':
      return token.header === null ? [] : [{ header: token.header, signature: null }];
    case 'malformed':
      return token.segments.filter(({ name }) => name === 'header').map((header) => ({ header, signature: null }));
    case 'other':
    case 'key-material':
    case 'empty':
      return [];
  }
}
