import { encodeBase64url } from '#token/base64url.ts';
import type { FindingCode } from '#token/findings.ts';
import { parseToken } from '#token/parse.ts';
import type { CompactJws, ParsedToken } from '#token/token-forms.ts';
import { encodeUtf8 } from '#token/utf8.ts';

/** Base64url of a text's UTF-8. */
export function encoded(text: string): string {
  return encodeBase64url(encodeUtf8(text));
}

/** A signature of the right length for HS256. */
export const SIGNATURE = encodeBase64url(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 3));

/** A compact token with exactly this header and payload. */
export function compact(header: string, payload: string, signature = SIGNATURE): string {
  return `${encoded(header)}.${encoded(payload)}.${signature}`;
}

export const HS256 = '{"typ":"at+jwt","alg":"HS256"}';

/** A token with nothing to complain about. */
export const GOOD = compact(
  HS256,
  '{"iss":"https://app.example","sub":"42","aud":"https://app.example/api","jti":"8ab9d0","iat":1709500000,"exp":1709503600,"user_name":"John Doe"}',
);

/** The codes found in a text, each once. */
export function codesIn(text: string): readonly FindingCode[] {
  return codesOf(parseToken(text));
}

export function codesOf({ findings }: { readonly findings: readonly { code: FindingCode }[] }): readonly FindingCode[] {
  return [...new Set(findings.map(({ code }) => code))];
}

/** Parses a text that must be a compact JWS of any kind. */
export function parseCompact(text: string): CompactJws {
  const token = parseToken(text);
  if (!isCompactJws(token)) throw new Error(`not a compact JWS but ${token.form}`);
  return token;
}

function isCompactJws(token: ParsedToken): token is CompactJws {
  return token.form === 'jws' || token.form === 'unsecured' || token.form === 'detached';
}
