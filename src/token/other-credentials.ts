import { decodeBase64url } from './base64url.ts';
import { scanJson } from './json-scan.ts';
import { describeOpaque, recogniseSessionId, type Opaque, type SessionIdLike } from './opaque.ts';
import { recognisePaseto, type Paseto } from './paseto.ts';
import { recogniseSaml, type Saml } from './saml.ts';
import { decodeUtf8 } from './utf8.ts';
import { recogniseVendor, type VendorToken } from './vendor-tokens.ts';

/** RFC 9562. `randomBits` as the version promises them, null where the version is not a standard one. */
export interface Uuid {
  readonly kind: 'uuid';
  readonly version: number;
  readonly randomBits: number | null;
}

/** `github.com/fernet/spec`: encrypted and authenticated with a shared key, with the second it was made. */
export interface Fernet {
  readonly kind: 'fernet';
  readonly issuedAt: number;
}

/** A bearer token that its holder may weaken but not strengthen. Version 1 packets name the location in clear. */
export interface Macaroon {
  readonly kind: 'macaroon';
  readonly version: 1 | 2;
}

/** A cookie whose content a web framework signed: readable, and not a JWT although it may have two periods. */
export interface SignedCookie {
  readonly kind: 'signed-cookie';
  readonly framework: 'itsdangerous' | 'express';
  /** The readable part. */
  readonly content: string | null;
}

/** No credential that we know: JSON, XML or HTML, or other text. */
export interface PlainText {
  readonly kind: 'text';
  readonly markup: 'json' | 'xml' | 'none';
  readonly length: number;
}

/** What a text is that is not JOSE. Strings in it are as they were pasted: show them through `toVisible`. */
export type OtherCredential =
  | Paseto
  | Saml
  | Uuid
  | Fernet
  | Macaroon
  | SignedCookie
  | VendorToken
  | SessionIdLike
  | Opaque
  | PlainText;

/** Formats that are recognised by their own marks, also where they have periods. Null: none of them. */
export function recogniseMarked(text: string): OtherCredential | null {
  const cookie = recogniseSignedCookie(text);
  // The others never begin as a JSON object in base64url does.
  if (cookie !== null || text.startsWith('ey')) return cookie;
  return recognisePaseto(text) ?? recogniseUuid(text) ?? recogniseVendor(text) ?? recogniseSaml(text);
}

/** What a text without structure of its own may be; always finds something. */
export function describeUnmarked(text: string): OtherCredential {
  const trimmed = text.trim();
  if (/\s/.test(trimmed) || /^[<{[]/.test(trimmed)) {
    const markup = trimmed.startsWith('<') ? 'xml' : /^[{[]/.test(trimmed) ? 'json' : 'none';
    return { kind: 'text', markup, length: text.length };
  }
  return (
    recogniseFernet(trimmed) ?? recogniseMacaroon(trimmed) ?? recogniseSessionId(trimmed) ?? describeOpaque(trimmed)
  );
}

const UUID = /^(?:urn:uuid:|\{)?[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const RANDOM_BITS: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 0, 4: 122, 5: 0, 6: 0, 7: 74 };

function recogniseUuid(text: string): Uuid | null {
  const digit = UUID.exec(text)?.[1];
  if (digit === undefined) return null;
  const version = Number.parseInt(digit, 16);
  return { kind: 'uuid', version, randomBits: RANDOM_BITS[version] ?? null };
}

/**
 * Flask and Django sign `content.time.signature` with itsdangerous: content is JSON without `alg`, the time has four to six letters, the
 * HMAC-SHA-1 twenty bytes. Express signs `s:content.signature`.
 */
function recogniseSignedCookie(text: string): SignedCookie | null {
  const [, content = '', time] = /^(\.?[\w-]+)\.([\w-]{4,8})\.[\w-]{27}$/.exec(text) ?? [];
  if (time !== undefined && isUnsignedHeader(content)) {
    const isCompressed = content.startsWith('.');
    const readable = isCompressed ? null : decodeUtf8(decodeBase64url(content).bytes);
    return { kind: 'signed-cookie', framework: 'itsdangerous', content: readable };
  }
  const express = /^s(?::|%3A)([^.]{1,400})\.[A-Za-z0-9+/%]{40,60}={0,2}$/i.exec(text)?.[1];
  if (express === undefined) return null;
  return { kind: 'signed-cookie', framework: 'express', content: express };
}

function isUnsignedHeader(content: string): boolean {
  if (content.startsWith('.')) return true;
  const json = scanJson(decodeBase64url(content).bytes);
  return json.isWellFormed && json.size > 0 && json.member(0, 'alg') < 0;
}

function recogniseFernet(text: string): Fernet | null {
  if (!/^gAAAA[\w-]{95,}={0,2}$/.test(text)) return null;
  const { bytes } = decodeBase64url(text);
  // version, time, iv, blocks of AES, HMAC
  if (bytes[0] !== 0x80 || (bytes.length - 57) % 16 !== 0) return null;
  let issuedAt = 0;
  for (let i = 1; i <= 8; i += 1) issuedAt = issuedAt * 256 + (bytes[i] ?? 0);
  return { kind: 'fernet', issuedAt };
}

function recogniseMacaroon(text: string): Macaroon | null {
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return null;
  const start = decodeUtf8(decodeBase64url(text.slice(0, 40)).bytes);
  if (/^[0-9a-f]{4}(?:location|identifier) /.test(start)) return { kind: 'macaroon', version: 1 };
  const [format, field] = decodeBase64url(text.slice(0, 4)).bytes;
  const isVersion2 = format === 2 && (field === 1 || field === 2) && text.startsWith('Ag');
  return isVersion2 ? { kind: 'macaroon', version: 2 } : null;
}
