import { UNBOUND, type KeyHalf, type KeySource } from './bench-key.ts';
import {
  pkcs8OfPkcs1,
  pkcs8OfSec1,
  spkiInCertificate,
  spkiOfPkcs1,
} from './der-containers.ts';
import { DerError } from './der.ts';
import {
  UnknownKeyType,
  identifyPkcs8,
  identifySpki,
  type KeyIdentity,
} from './key-identity.ts';
import { unreadable, type Reading } from './key-problem.ts';
import type { PemBlock } from './pem.ts';

/** The labels of RFC 7468 and OpenSSL that hold a key. */
const SOURCES: ReadonlyMap<string, readonly [KeySource, KeyHalf['kind']]> =
  new Map([
    ['PUBLIC KEY', ['spki', 'public']],
    ['PRIVATE KEY', ['pkcs8', 'private']],
    ['RSA PUBLIC KEY', ['pkcs1', 'public']],
    ['RSA PRIVATE KEY', ['pkcs1', 'private']],
    ['EC PRIVATE KEY', ['sec1', 'private']],
    ['CERTIFICATE', ['certificate', 'public']],
    ['X509 CERTIFICATE', ['certificate', 'public']],
    ['TRUSTED CERTIFICATE', ['certificate', 'public']],
  ]);

/** True if blocks of this label can be a key. `EC PARAMETERS`, which OpenSSL writes before a key, is none. */
export function isKeyBlock({ label }: PemBlock): boolean {
  return SOURCES.has(label) || label.endsWith('PRIVATE KEY');
}

/** Reads one block as a key. */
export function readPemKey(block: PemBlock): Reading<KeyHalf> {
  const { label, der, offsetOf } = block;
  if (block.isEncrypted) return unreadable('pem-encrypted', offsetOf(0), label);
  const source = SOURCES.get(label);
  if (!source) return unreadable('pem-label-unknown', null, label);
  try {
    const found = unwrap(der, ...source);
    if (!found) return unreadable('key-parameters-missing', null, label);
    return { ok: true, value: found };
  } catch (error) {
    if (error instanceof DerError)
      return unreadable('der-malformed', offsetOf(error.offset), label);
    if (error instanceof UnknownKeyType)
      return unreadable('key-type-unknown', null, error.oid);
    throw error;
  }
}

function unwrap(
  der: Uint8Array<ArrayBuffer>,
  source: KeySource,
  kind: KeyHalf['kind'],
): KeyHalf | null {
  if (source === 'certificate') {
    const { start, end } = spkiInCertificate(der);
    const identity = identifySpki(der, start);
    const spki = der.slice(start, end);
    return half(identity, kind, source, { format: 'spki', der: spki });
  }
  if (kind === 'public') {
    const spki = source === 'pkcs1' ? spkiOfPkcs1(der) : der;
    const identity = identifySpki(spki);
    return half(identity, kind, source, { format: 'spki', der: spki });
  }
  const pkcs8 = pkcs8Of(der, source);
  if (!pkcs8) return null;
  const identity = identifyPkcs8(pkcs8);
  return half(identity, kind, source, { format: 'pkcs8', der: pkcs8 });
}

function pkcs8Of(
  der: Uint8Array<ArrayBuffer>,
  source: KeySource,
): Uint8Array<ArrayBuffer> | null {
  if (source === 'sec1') return pkcs8OfSec1(der);
  return source === 'pkcs1' ? pkcs8OfPkcs1(der) : der;
}

function half(
  identity: KeyIdentity,
  kind: KeyHalf['kind'],
  source: KeySource,
  material: KeyHalf['material'],
): KeyHalf {
  return { ...UNBOUND, ...identity, kind, source, material };
}
