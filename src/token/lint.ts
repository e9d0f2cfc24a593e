import { claimsSegment, readClaims } from './claims.ts';
import { FindingList } from './finding-list.ts';
import type { Finding } from './findings.ts';
import { partsOf, type HeaderPart } from './header-rules.ts';
import { lintAlgorithm } from './lint-algorithm.ts';
import { lintClaims } from './lint-claims.ts';
import { lintHeader } from './lint-header.ts';
import { lintPayload } from './lint-payload.ts';
import { lintSignature } from './lint-signature.ts';
import { lintSize } from './lint-size.ts';
import type { Segment } from './segment.ts';
import type { JwsParts, ParsedToken } from './token-forms.ts';

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
  const headers = headersOf(token);
  for (const { parts, signature } of headers) {
    lintAlgorithm(parts, findings);
    lintHeader(parts, findings);
    if (signature !== null) lintSignature(parts, signature, findings);
  }
  const payload = claimsSegment(token);
  if (payload?.json) {
    const { claims } = readClaims(payload, { now });
    lintClaims(payload, payload.json, claims, headers[0]?.parts ?? [], now, findings);
    lintPayload(payload, payload.json, findings);
  }
  if (token.form !== 'other' && token.form !== 'key-material') lintSize(token.text, findings);
  return findings.finish();
}

/** A JOSE header with the signature it describes; null for a JWE, and where there is none to judge. */
interface Header {
  readonly parts: readonly HeaderPart[];
  readonly signature: Segment | null;
}

function headersOf(token: ParsedToken): readonly Header[] {
  switch (token.form) {
    case 'jws':
    case 'unsecured':
    case 'detached':
      return [compactHeader(token)];
    case 'sd-jwt':
      return [token.issuer, ...(token.keyBinding === null ? [] : [token.keyBinding])].map(compactHeader);
    case 'jws-json':
      return token.signatures.map(({ header, unprotected, signature }) => ({
        parts: [...partsOf(header), ...unprotectedPart(token.document, unprotected)],
        signature,
      }));
    case 'jwe':
      return [{ parts: partsOf(token.header), signature: null }];
    case 'jwe-json':
      return [
        { parts: [...partsOf(token.header), ...unprotectedPart(token.document, token.unprotected)], signature: null },
        ...token.recipients.map(({ header }) => ({ parts: unprotectedPart(token.document, header), signature: null })),
      ];
    case 'malformed':
      return token.segments
        .filter(({ name }) => name === 'header')
        .map((header) => ({ parts: partsOf(header), signature: null }));
    case 'other':
    case 'key-material':
    case 'empty':
      return [];
  }
}

function compactHeader({ header, signature }: JwsParts): Header {
  return { parts: partsOf(header), signature };
}

/** An unprotected header, which is an object inside the JSON document. */
function unprotectedPart(document: Segment, object: number): readonly HeaderPart[] {
  const { json } = document;
  return json === null || object < 0 ? [] : [{ segment: document, json, object, isProtected: false }];
}
