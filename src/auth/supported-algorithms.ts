import {
  JWS_ALGORITHMS,
  jwsAlgorithm,
  keyParameters,
} from './jws-algorithms.ts';
import { hasWebCrypto } from './keys/crypto-key.ts';

/** Each is tried once a page: the platform does not change. */
const tried = new Map<string, Promise<boolean>>();

/**
 * Whether this platform can sign and verify with an algorithm. HMAC, RSA and the NIST curves are in every WebCrypto; others are found
 * out by making a key.
 */
export async function isSupported(alg: string): Promise<boolean> {
  const algorithm = jwsAlgorithm(alg);
  if (algorithm === null || !hasWebCrypto()) return false;
  const { webCrypto, variants } = algorithm;
  const variant = variants[0] ?? null;
  const isEverywhere = webCrypto !== null && variant !== 'secp256k1';
  if (isEverywhere) return true;
  const name = variant ?? alg;
  const known = tried.get(name);
  if (known) return known;
  const trial = canGenerate(keyParameters(algorithm, variant));
  tried.set(name, trial);
  return trial;
}

/** The algorithms that this platform can sign and verify with, in a fixed order. */
export async function supportedAlgorithms(): Promise<readonly string[]> {
  const supported = await Promise.all(JWS_ALGORITHMS.map(isSupported));
  return JWS_ALGORITHMS.filter((_, index) => supported[index]);
}

async function canGenerate(parameters: Algorithm): Promise<boolean> {
  try {
    await crypto.subtle.generateKey(parameters, false, ['sign', 'verify']);
    return true;
  } catch {
    return false;
  }
}
