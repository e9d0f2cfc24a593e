import { errors, flattenedDecrypt } from 'jose';
import { isJsonObject, type JsonObject } from '#core/json.ts';
import { contentEncryption, keyManagementFamily } from '#token/algorithms.ts';
import type { FindingCode } from '#token/findings.ts';
import { P2C_LIMIT } from '#token/jwe-rules.ts';
import type { CompactJwe, JsonJwe } from '#token/token-forms.ts';
import { jweKeyParameters, jweNeed } from './jwe-algorithms.ts';
import { jweRecipients, type JweRecipient } from './jwe-recipients.ts';
import type { BenchKey } from './keys/bench-key.ts';
import {
  hasWebCrypto,
  importCryptoKey,
  isNotSupported,
} from './keys/crypto-key.ts';
import {
  keyMisfit,
  misfit,
  type KeyMisfit,
  type KeyNeed,
} from './keys/key-fit.ts';

/** Compressed content is unpacked up to this many bytes (RFC 8725bis §3.15). */
export const INFLATED_LIMIT = 1_000_000;

/** Content that could be read, or why not. */
export type Decryption =
  | {
      readonly state: 'decrypted';
      readonly plaintext: Uint8Array;
      /** Which recipient's key it was. */
      readonly recipient: number;
      readonly key: BenchKey;
    }
  /** Another key, or something was changed: by design nobody can tell which (RFC 7516 §11.5). */
  | { readonly state: 'failed'; readonly tried: number }
  /** A rule is broken, or a limit of this page passed. */
  | {
      readonly state: 'refused';
      readonly reason: 'format';
      readonly code: FindingCode;
    }
  | {
      readonly state: 'refused';
      readonly reason: 'iterations';
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly state: 'refused';
      readonly reason: 'inflated-size';
      readonly limit: number;
    }
  | { readonly state: 'refused'; readonly reason: 'inflate' | 'header' }
  | {
      readonly state: 'cannot-decrypt-here';
      readonly reason:
        | 'alg-unsupported'
        | 'enc-unsupported'
        | 'zip-unsupported'
        | 'no-webcrypto';
    }
  | {
      readonly state: 'key-mismatch';
      readonly misfit: KeyMisfit;
      readonly key: BenchKey;
    }
  | { readonly state: 'no-key' };

/** Decrypts with the keys at hand, for whichever recipient one of them fits. Nothing that the token names is fetched or trusted. */
export async function decryptJwe(
  token: CompactJwe | JsonJwe,
  keys: readonly BenchKey[],
): Promise<Decryption> {
  const broken = token.findings.find(({ severity }) => severity === 'invalid');
  if (broken) return { state: 'refused', reason: 'format', code: broken.code };
  if (!hasWebCrypto())
    return { state: 'cannot-decrypt-here', reason: 'no-webcrypto' };

  let tried = 0;
  let first: Decryption | null = null;
  for (const recipient of jweRecipients(token)) {
    const task = checkRecipient(recipient);
    if ('state' in task) {
      first ??= task;
      continue;
    }
    for (const key of keys) {
      const result = await decryptFor(task, key);
      if (result.state === 'failed') tried += 1;
      // A key that opened it says more than one that did not fit.
      else if (result.state === 'decrypted' || result.state === 'refused')
        return result;
      else first ??= result;
    }
  }
  if (tried > 0) return { state: 'failed', tried };
  return first ?? { state: 'no-key' };
}

/** A recipient whose algorithms can be had here. */
interface DecryptionTask extends JweRecipient {
  readonly alg: string;
  readonly enc: string;
  readonly need: KeyNeed;
}

/** What stands against a recipient before any key is looked at. */
function checkRecipient(recipient: JweRecipient): DecryptionTask | Decryption {
  const { alg, enc, zip, p2c } = recipient.header;
  if (typeof alg !== 'string' || typeof enc !== 'string')
    return { state: 'refused', reason: 'header' };
  const need = jweNeed(alg, enc);
  if (need === null)
    return { state: 'cannot-decrypt-here', reason: 'alg-unsupported' };
  if (contentEncryption(enc) === null)
    return { state: 'cannot-decrypt-here', reason: 'enc-unsupported' };
  if (zip !== undefined && zip !== 'DEF')
    return { state: 'cannot-decrypt-here', reason: 'zip-unsupported' };
  const isPassword = keyManagementFamily(alg) === 'password';
  if (isPassword && typeof p2c === 'number' && p2c > P2C_LIMIT)
    return {
      state: 'refused',
      reason: 'iterations',
      count: p2c,
      limit: P2C_LIMIT,
    };
  return { ...recipient, alg, enc, need };
}

async function decryptFor(
  { index, header, jwe, alg, enc, need }: DecryptionTask,
  key: BenchKey,
): Promise<Decryption> {
  const wrong = keyMisfit(need, key) ?? curveMisfit(header.epk, key);
  if (wrong) return { state: 'key-mismatch', misfit: wrong, key };
  const ready = await readyKey(key, alg);
  if ('state' in ready) return ready;
  try {
    const { plaintext } = await flattenedDecrypt(jwe, ready.key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
      maxPBES2Count: P2C_LIMIT,
      maxDecompressedLength: INFLATED_LIMIT,
    });
    return { state: 'decrypted', plaintext, recipient: index, key };
  } catch (error) {
    return failure(error, key);
  }
}

/** What jose takes: a secret as it is, a private key imported for this algorithm. */
async function readyKey(
  key: BenchKey,
  alg: string,
): Promise<{ readonly key: Uint8Array | CryptoKey } | Decryption> {
  if (key.kind === 'secret') return { key: key.bytes };
  if (key.kind === 'public') {
    const publicOnly = misfit('public-only', '', key.kty);
    return { state: 'key-mismatch', misfit: publicOnly, key };
  }
  const imported = await importCryptoKey(key, {
    parameters: jweKeyParameters(alg, key.variant),
    usages: key.kty === 'RSA' ? ['decrypt', 'unwrapKey'] : ['deriveBits'],
  });
  switch (imported.state) {
    case 'imported':
      return { key: imported.key };
    case 'misfit':
      return { state: 'key-mismatch', misfit: imported.misfit, key };
    case 'unsupported':
      return { state: 'cannot-decrypt-here', reason: 'alg-unsupported' };
    case 'no-webcrypto':
      return { state: 'cannot-decrypt-here', reason: 'no-webcrypto' };
  }
}

/** The sender's ephemeral key must lie on the recipient's curve (RFC 7518 §4.6.1.1). */
function curveMisfit(
  epk: JsonObject[string] | undefined,
  key: BenchKey,
): KeyMisfit | null {
  if (key.kind === 'secret' || key.kty === 'RSA') return null;
  const crv = isJsonObject(epk) ? epk.crv : null;
  return typeof crv === 'string' && crv !== key.variant
    ? misfit('curve', crv, key.variant ?? '')
    : null;
}

function failure(error: unknown, key: BenchKey): Decryption {
  if (error instanceof errors.JWEDecryptionFailed)
    return { state: 'failed', tried: 1 };
  if (error instanceof errors.JOSENotSupported || isNotSupported(error))
    return { state: 'cannot-decrypt-here', reason: 'alg-unsupported' };
  if (error instanceof errors.JWEInvalid) return invalid(error);
  if (error instanceof TypeError || error instanceof DOMException)
    return {
      state: 'key-mismatch',
      misfit: misfit('rejected', '', error.name),
      key,
    };
  throw error;
}

/** jose has one class of error for these three; what was not DEFLATE has a cause. */
function invalid(error: errors.JWEInvalid): Decryption {
  if (error.message.includes('exceeded the configured limit'))
    return {
      state: 'refused',
      reason: 'inflated-size',
      limit: INFLATED_LIMIT,
    };
  const isBroken = error.message.startsWith('Failed to decompress');
  return { state: 'refused', reason: isBroken ? 'inflate' : 'header' };
}
