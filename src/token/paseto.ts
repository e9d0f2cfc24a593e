import { decodeBase64url } from './base64url.ts';
import { decodeUtf8 } from './utf8.ts';

/** A platform-agnostic security token: `v4.public.…`. Its algorithms follow from the version; there is no `alg` to get wrong. */
export interface Paseto {
  readonly kind: 'paseto';
  readonly version: 1 | 2 | 3 | 4;
  /** `public`: signed, readable. `local`: encrypted with a shared key. */
  readonly purpose: 'public' | 'local';
  /** The readable part of a public token, usually JSON. */
  readonly message: string | null;
  readonly footer: string | null;
}

const PASETO = /^v([1-4])\.(public|local)\.([\w-]+)(?:\.([\w-]*))?$/;

/** Bytes of the signature at the end of a public token's payload, by version. */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = { 1: 256, 2: 64, 3: 96, 4: 64 };

export function recognisePaseto(text: string): Paseto | null {
  const [, version = '', purpose, payload = '', footer] = PASETO.exec(text) ?? [];
  if (purpose !== 'public' && purpose !== 'local') return null;
  const { bytes } = decodeBase64url(payload);
  const end = Math.max(0, bytes.length - (SIGNATURE_BYTES[version] ?? 0));
  return {
    kind: 'paseto',
    version: Number(version) as Paseto['version'],
    purpose,
    message: purpose === 'public' ? decodeUtf8(bytes, 0, end) : null,
    footer: footer === undefined ? null : decodeUtf8(decodeBase64url(footer).bytes),
  };
}
