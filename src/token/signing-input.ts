import type { Segment } from './segment.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * The bytes that a JWS signature covers (RFC 7515 §5.1): the two encoded strings as they were pasted, joined by a period, never
 * encoded anew. `detached` is the payload that travelled elsewhere, as the sender signed it: base64url, or with `b64: false` its
 * own bytes (RFC 7797 §3).
 */
export function signingInput(header: Segment | null, payload: Segment, detached?: Uint8Array): Uint8Array {
  return joinedByPeriod(header?.text ?? '', detached ?? encodeUtf8(payload.text));
}

/** `header.payload` as bytes: the header in base64url, the payload in the form in which it is signed. */
export function joinedByPeriod(header: string, payload: Uint8Array): Uint8Array {
  const start = encodeUtf8(`${header}.`);
  const input = new Uint8Array(start.length + payload.length);
  input.set(start);
  input.set(payload, start.length);
  return input;
}
