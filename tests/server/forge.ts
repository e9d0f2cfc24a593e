import { createHmac } from 'node:crypto';
import { compactVerify } from 'jose';
import type { JsonObject } from '#core/json.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { SECRET } from './harness.ts';

const encoder = new TextEncoder();

/** A segment as it stands, or an object to be written as JSON, or JSON as it stands. */
type Part = JsonObject | { readonly raw: string } | { readonly segment: string };

export function segment(part: Part): string {
  if ('segment' in part && typeof part['segment'] === 'string') return part['segment'];
  const text = 'raw' in part && typeof part['raw'] === 'string' ? part['raw'] : JSON.stringify(part);
  return encodeBase64url(encoder.encode(text));
}

/** Signs whatever it is given, with the server's own secret unless another is named. */
export function forge(header: Part, payload: Part, hash = 'sha256', secret: Uint8Array = SECRET): string {
  const input = `${segment(header)}.${segment(payload)}`;
  const signature = createHmac(hash, secret).update(input).digest();
  return `${input}.${encodeBase64url(signature)}`;
}

export const ACCESS_HEADER = { alg: 'HS256', typ: 'at+jwt' } as const;
export const REFRESH_HEADER = { alg: 'HS256', typ: 'rt+jwt' } as const;

/** The claims of an access token that this server would accept for an hour. */
export function accessPayload(now: number): JsonObject {
  return {
    iss: 'https://app.example',
    sub: '42',
    aud: 'https://app.example/api',
    user_id: 42,
    user_name: 'John Doe',
    role: 'admin',
    jti: 'made-by-the-test',
    iat: now,
    exp: now + 3_600,
  };
}

/** The claims of a refresh token that this server would accept for a week. */
export function refreshPayload(now: number): JsonObject {
  return {
    iss: 'https://app.example',
    sub: '42',
    aud: 'https://app.example/auth',
    user_id: 42,
    jti: 'made-by-the-test-too',
    iat: now,
    exp: now + 604_800,
  };
}

export function without(payload: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = payload;
  return rest;
}

/** The other last characters that decode to the same bytes. */
export function twins(token: string): readonly string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.at(-1) ?? '');
  const base = last & ~0b11;
  return [0, 1, 2, 3]
    .filter((bits) => base + bits !== last)
    .map((bits) => token.slice(0, -1) + alphabet.charAt(base + bits));
}

const decoder = new TextDecoder();

/** What a genuine token says. */
export async function opened(token: string): Promise<{ header: object; claims: JsonObject }> {
  const { protectedHeader, payload } = await compactVerify(token, SECRET);
  return { header: protectedHeader, claims: JSON.parse(decoder.decode(payload)) as JsonObject };
}
