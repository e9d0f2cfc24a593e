import { encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';

/** A text as the part of a token that it becomes. */
export function encodeText(text: string): string {
  return encodeBase64url(encodeUtf8(text));
}
