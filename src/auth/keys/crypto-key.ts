import type { BenchKey, KeyHalf } from './bench-key.ts';
import { publicJwk } from './jwk-members.ts';
import { misfit, type KeyMisfit } from './key-fit.ts';

/** How a key is handed to WebCrypto. */
export interface ImportPlan {
  readonly parameters:
    | HmacImportParams
    | RsaHashedImportParams
    | EcKeyImportParams
    | Algorithm;
  readonly usages: readonly KeyUsage[];
}

/**
 * A key that WebCrypto took, or why it did not. `no-webcrypto`: the page is not in a secure context (plain http). `unsupported`: this
 * platform lacks the algorithm or the curve.
 */
export type CryptoKeyImport =
  | { readonly state: 'imported'; readonly key: CryptoKey }
  | { readonly state: 'misfit'; readonly misfit: KeyMisfit }
  | { readonly state: 'unsupported' | 'no-webcrypto' };

/** Imports a secret or one half of a pair, the half that it is. */
export async function importCryptoKey(
  key: BenchKey,
  plan: ImportPlan,
): Promise<CryptoKeyImport> {
  return attempt(async () =>
    key.kind === 'secret'
      ? importSecret(key.bytes, plan)
      : importHalf(key.material, plan, false),
  );
}

/** Imports the public half, of a private key too. */
export async function importPublicKey(
  key: KeyHalf,
  plan: ImportPlan,
): Promise<CryptoKeyImport> {
  return attempt(async () => {
    const material = await publicMaterial(key, plan);
    return importHalf(material, plan, false);
  });
}

/**
 * An HMAC pads short keys with zeros (RFC 2104 §2), so that one zero byte is the same key as none at all, which WebCrypto refuses.
 */
async function importSecret(
  bytes: Uint8Array<ArrayBuffer>,
  { parameters, usages }: ImportPlan,
): Promise<CryptoKey> {
  const isEmpty = bytes.length === 0 && parameters.name === 'HMAC';
  const raw = isEmpty ? new Uint8Array(1) : bytes;
  return crypto.subtle.importKey('raw', raw, parameters, false, [...usages]);
}

async function importHalf(
  material: KeyHalf['material'],
  { parameters, usages }: ImportPlan,
  isExtractable: boolean,
): Promise<CryptoKey> {
  if (material.format === 'jwk')
    return crypto.subtle.importKey(
      'jwk',
      material.jwk,
      parameters,
      isExtractable,
      [...usages],
    );
  return crypto.subtle.importKey(
    material.format,
    material.der,
    parameters,
    isExtractable,
    [...usages],
  );
}

/** A private key of PKCS #8 gives its public half only by way of a JWK. */
async function publicMaterial(
  key: KeyHalf,
  { parameters }: ImportPlan,
): Promise<KeyHalf['material']> {
  const { kind, kty, material } = key;
  if (kind === 'public') return material;
  if (material.format === 'jwk')
    return { format: 'jwk', jwk: publicJwk(material.jwk, kty) };
  // A private key has to be for something.
  const plan: ImportPlan = { parameters, usages: ['sign'] };
  const whole = await importHalf(material, plan, true);
  const exported = await crypto.subtle.exportKey('jwk', whole);
  return { format: 'jwk', jwk: publicJwk(exported, kty) };
}

async function attempt(
  act: () => Promise<CryptoKey>,
): Promise<CryptoKeyImport> {
  if (!hasWebCrypto()) return { state: 'no-webcrypto' };
  try {
    return { state: 'imported', key: await act() };
  } catch (error) {
    if (isNotSupported(error)) return { state: 'unsupported' };
    if (error instanceof DOMException || error instanceof TypeError)
      return { state: 'misfit', misfit: misfit('rejected', '', error.name) };
    throw error;
  }
}

/** False on plain http, where browsers withhold it. */
export function hasWebCrypto(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** The platform does not know this algorithm or curve. */
export function isNotSupported(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError';
}
