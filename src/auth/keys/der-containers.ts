import { fromHex } from '../hex.ts';
import {
  DER_TAG,
  DerError,
  derChild,
  readDer,
  readDerChildren,
  writeDer,
  type DerValue,
} from './der.ts';

/**
 * Turns the older wrappings into the two that WebCrypto imports: SPKI for public keys, PKCS #8 for private ones. The key's own bytes
 * stay what they are.
 */

const VERSION_0 = Uint8Array.of(DER_TAG.integer, 1, 0);
/** `rsaEncryption` with its parameters, NULL (RFC 8017 appendix C). */
const RSA_ALGORITHM = fromHex('300d06092a864886f70d0101010500');
/** `id-ecPublicKey`; the curve follows it (RFC 5480 §2.1.1). */
const EC_OID = fromHex('06072a8648ce3d0201');

/** `RSA PUBLIC KEY` (RFC 8017 appendix A.1.1). @throws DerError */
export function spkiOfPkcs1(der: Uint8Array): Uint8Array<ArrayBuffer> {
  derChild(childrenOf(der), 1, DER_TAG.integer);
  const bits = writeDer(DER_TAG.bitString, Uint8Array.of(0), der);
  return writeDer(DER_TAG.sequence, RSA_ALGORITHM, bits);
}

/** `RSA PRIVATE KEY` (RFC 8017 appendix A.1.2). @throws DerError */
export function pkcs8OfPkcs1(der: Uint8Array): Uint8Array<ArrayBuffer> {
  derChild(childrenOf(der), 8, DER_TAG.integer);
  const octets = writeDer(DER_TAG.octetString, der);
  return writeDer(DER_TAG.sequence, VERSION_0, RSA_ALGORITHM, octets);
}

/** The parameters of SEC 1 stand in a value of this tag. */
const SEC1_PARAMETERS = 0xa0;

/**
 * `EC PRIVATE KEY` (RFC 5915 §3): version, number, `[0]` curve, `[1]` public key. Null if it does not say its curve.
 * @throws DerError
 */
export function pkcs8OfSec1(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const parts = childrenOf(der);
  derChild(parts, 1, DER_TAG.octetString);
  const parameters = parts.find(({ tag }) => tag === SEC1_PARAMETERS);
  if (!parameters) return null;
  const curve = der.subarray(parameters.content, parameters.end);
  const algorithm = writeDer(DER_TAG.sequence, EC_OID, curve);
  const octets = writeDer(DER_TAG.octetString, der);
  return writeDer(DER_TAG.sequence, VERSION_0, algorithm, octets);
}

/** An explicit version, which certificates of version 1 leave out. */
const CERTIFICATE_VERSION = 0xa0;

/**
 * Where the SubjectPublicKeyInfo of a certificate is (RFC 5280 §4.1): after version, serial number, signature, issuer, validity and
 * subject. Nothing else in it is looked at.
 * @throws DerError
 */
export function spkiInCertificate(der: Uint8Array): DerValue {
  const [body] = childrenOf(der);
  if (!body) throw new DerError(0);
  const fields = readDerChildren(der, body);
  const skipped = fields[0]?.tag === CERTIFICATE_VERSION ? 6 : 5;
  return derChild(fields, skipped, DER_TAG.sequence);
}

function childrenOf(der: Uint8Array): readonly DerValue[] {
  return readDerChildren(der, readDer(der, 0, DER_TAG.sequence));
}
