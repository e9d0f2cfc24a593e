import { encodeBase64url } from '#token/base64url.ts';
import { parseToken } from '#token/parse.ts';
import type { Segment } from '#token/segment.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { encodeUtf8 } from '#token/utf8.ts';

export const HEADER = '{"typ":"at+jwt","alg":"HS256"}';
const SIGNATURE = 'A'.repeat(43);

/** An unverified token with this payload, as text. */
export function tokenText(payload: string, header = HEADER): string {
  return `${encode(header)}.${encode(payload)}.${SIGNATURE}`;
}

function encode(text: string): string {
  return encodeBase64url(encodeUtf8(text));
}

export function jws(payload: string): CompactJws {
  const token = parseToken(tokenText(payload));
  if (token.form !== 'jws') throw new Error(`expected a JWS, got ${token.form}`);
  return token;
}

/** The payload of such a token. */
export function payloadOf(payload: string): Segment {
  return jws(payload).payload;
}

/** The node of a member of the outermost object. */
export function nodeOf({ json }: Segment, name: string): number {
  const node = json?.member(0, name) ?? -1;
  if (node < 0) throw new Error(`no member ${name}`);
  return node;
}
