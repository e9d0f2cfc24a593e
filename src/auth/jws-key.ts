import {
  keyParameters,
  signatureParameters,
  type JwsAlgorithm,
} from './jws-algorithms.ts';
import type { BenchKey } from './keys/bench-key.ts';
import {
  importCryptoKey,
  importPublicKey,
  isNotSupported,
  type CryptoKeyImport,
  type ImportPlan,
} from './keys/crypto-key.ts';
import {
  keyMisfit,
  misfit,
  type KeyMisfit,
  type KeyNeed,
} from './keys/key-fit.ts';

/** A key that is not as strong as its algorithm asks. It works all the same, here. */
export interface KeyWeakness {
  readonly code: 'hmac-short' | 'rsa-short';
  readonly bits: number;
  /** RFC 7518 §3.2, §3.3. */
  readonly needed: number;
}

/** Why an operation could not even be tried. */
export type KeyRefusal =
  | { readonly state: 'misfit'; readonly misfit: KeyMisfit }
  | { readonly state: 'unsupported' | 'no-webcrypto' };

/** A key made ready for one algorithm, to be used as often as wanted: bit by bit, say. */
export interface Verifier {
  readonly state: 'ready';
  readonly weakness: KeyWeakness | null;
  /** True if the signature belongs to these bytes. */
  readonly verify: (
    input: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean>;
}

export interface Signer {
  readonly state: 'ready';
  readonly weakness: KeyWeakness | null;
  readonly sign: (input: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Whether a key could verify tokens of this algorithm; null if so. Looks at names only, and at no half. */
export function verificationMisfit(
  algorithm: JwsAlgorithm,
  key: BenchKey,
): KeyMisfit | null {
  return keyMisfit(need(algorithm, ['verify', 'sign']), key);
}

/**
 * Makes a key ready to verify. A private key is refused unless `usePrivate`: then its public half is taken. Short keys are not refused.
 */
export async function prepareVerifier(
  algorithm: JwsAlgorithm,
  key: BenchKey,
  usePrivate: boolean,
): Promise<Verifier | KeyRefusal> {
  const isPrivate = key.kind === 'private';
  const operations = isPrivate ? ['verify', 'sign'] : ['verify'];
  const wrong = keyMisfit(need(algorithm, operations), key);
  if (wrong) return { state: 'misfit', misfit: wrong };
  if (isPrivate && !usePrivate)
    return { state: 'misfit', misfit: misfit('private-part', '', key.kty) };

  const plan = planFor(algorithm, key, 'verify');
  const imported =
    key.kind === 'secret'
      ? await importCryptoKey(key, plan)
      : await importPublicKey(key, plan);
  if (imported.state !== 'imported') return imported;
  const parameters = signatureParameters(algorithm, variantOf(key));
  return {
    state: 'ready',
    weakness: keyWeakness(algorithm, key),
    verify: async (input, signature) =>
      verifyBytes(parameters, imported.key, input, signature),
  };
}

/** Makes a secret or a private key ready to sign. */
export async function prepareSigner(
  algorithm: JwsAlgorithm,
  key: BenchKey,
): Promise<Signer | KeyRefusal> {
  const wrong = keyMisfit(need(algorithm, ['sign']), key);
  if (wrong) return { state: 'misfit', misfit: wrong };
  if (key.kind === 'public')
    return { state: 'misfit', misfit: misfit('public-only', '', key.kty) };
  const plan = planFor(algorithm, key, 'sign');
  const imported: CryptoKeyImport = await importCryptoKey(key, plan);
  if (imported.state !== 'imported') return imported;
  const parameters = signatureParameters(algorithm, variantOf(key));
  return {
    state: 'ready',
    weakness: keyWeakness(algorithm, key),
    sign: async (input) =>
      new Uint8Array(
        await crypto.subtle.sign(
          parameters,
          imported.key,
          new Uint8Array(input),
        ),
      ),
  };
}

/** How a key falls short of what its algorithm asks, null if it does not. */
function keyWeakness(
  { kty, minBits }: JwsAlgorithm,
  key: BenchKey,
): KeyWeakness | null {
  const bits = key.kind === 'secret' ? key.bytes.length * 8 : key.bits;
  if (bits === null || bits >= minBits) return null;
  const code = kty === 'oct' ? 'hmac-short' : 'rsa-short';
  return { code, bits, needed: minBits };
}

/** Some platforms throw where others say no, at a signature of a length that cannot be. */
async function verifyBytes(
  parameters: AlgorithmIdentifier,
  key: CryptoKey,
  input: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  try {
    return await crypto.subtle.verify(
      parameters,
      key,
      new Uint8Array(signature),
      new Uint8Array(input),
    );
  } catch (error) {
    if (error instanceof DOMException && !isNotSupported(error)) return false;
    throw error;
  }
}

function need(
  { alg, kty, variants }: JwsAlgorithm,
  keyOps: readonly string[],
): KeyNeed {
  return {
    algs: [alg],
    ktys: [kty],
    variants,
    secretBits: null,
    use: 'sig',
    keyOps,
  };
}

function planFor(
  algorithm: JwsAlgorithm,
  key: BenchKey,
  usage: 'sign' | 'verify',
): ImportPlan {
  const parameters = keyParameters(algorithm, variantOf(key));
  return { parameters, usages: [usage] };
}

function variantOf(key: BenchKey): string | null {
  return key.kind === 'secret' ? null : key.variant;
}
