/** The algorithms of JOSE (IANA "JSON Web Signature and Encryption Algorithms"), as far as a parser must know them. */

export type SignatureFamily = 'none' | 'hmac' | 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'eddsa' | 'ml-dsa';

export interface SignatureAlgorithm {
  readonly name: string;
  readonly family: SignatureFamily;
  /** Lengths a signature can have, in bytes; empty where the key decides (RSA). */
  readonly lengths: readonly number[];
}

const SIGNATURE: readonly (readonly [string, SignatureFamily, readonly number[]])[] = [
  ['none', 'none', [0]],
  ['HS256', 'hmac', [32]],
  ['HS384', 'hmac', [48]],
  ['HS512', 'hmac', [64]],
  ['RS256', 'rsa-pkcs1', []],
  ['RS384', 'rsa-pkcs1', []],
  ['RS512', 'rsa-pkcs1', []],
  ['PS256', 'rsa-pss', []],
  ['PS384', 'rsa-pss', []],
  ['PS512', 'rsa-pss', []],
  ['ES256', 'ecdsa', [64]],
  ['ES384', 'ecdsa', [96]],
  ['ES512', 'ecdsa', [132]],
  ['ES256K', 'ecdsa', [64]],
  ['EdDSA', 'eddsa', [64, 114]],
  ['Ed25519', 'eddsa', [64]],
  ['Ed448', 'eddsa', [114]],
  ['ML-DSA-44', 'ml-dsa', [2420]],
  ['ML-DSA-65', 'ml-dsa', [3309]],
  ['ML-DSA-87', 'ml-dsa', [4627]],
];

/** How a JWE's content key reaches the recipient. `direct`: the Encrypted Key part is empty. */
export type KeyManagementFamily =
  | 'rsa-pkcs1'
  | 'rsa-oaep'
  | 'aes-key-wrap'
  | 'direct'
  | 'direct-agreement'
  | 'agreement-key-wrap'
  | 'password';

const KEY_MANAGEMENT: readonly (readonly [string, KeyManagementFamily])[] = [
  ['RSA1_5', 'rsa-pkcs1'],
  ['RSA-OAEP', 'rsa-oaep'],
  ['RSA-OAEP-256', 'rsa-oaep'],
  ['RSA-OAEP-384', 'rsa-oaep'],
  ['RSA-OAEP-512', 'rsa-oaep'],
  ['A128KW', 'aes-key-wrap'],
  ['A192KW', 'aes-key-wrap'],
  ['A256KW', 'aes-key-wrap'],
  ['A128GCMKW', 'aes-key-wrap'],
  ['A192GCMKW', 'aes-key-wrap'],
  ['A256GCMKW', 'aes-key-wrap'],
  ['dir', 'direct'],
  ['ECDH-ES', 'direct-agreement'],
  ['ECDH-ES+A128KW', 'agreement-key-wrap'],
  ['ECDH-ES+A192KW', 'agreement-key-wrap'],
  ['ECDH-ES+A256KW', 'agreement-key-wrap'],
  ['PBES2-HS256+A128KW', 'password'],
  ['PBES2-HS384+A192KW', 'password'],
  ['PBES2-HS512+A256KW', 'password'],
];

export interface ContentEncryption {
  readonly name: string;
  /** Bytes of the initialisation vector and the authentication tag (RFC 7518 §5.2, §5.3). */
  readonly iv: number;
  readonly tag: number;
}

const CONTENT: readonly (readonly [string, number, number])[] = [
  ['A128CBC-HS256', 16, 16],
  ['A192CBC-HS384', 16, 24],
  ['A256CBC-HS512', 16, 32],
  ['A128GCM', 12, 16],
  ['A192GCM', 12, 16],
  ['A256GCM', 12, 16],
];

const SIGNATURE_ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map(
  SIGNATURE.map(([name, family, lengths]) => [name, { name, family, lengths }]),
);
const KEY_MANAGEMENT_FAMILIES: ReadonlyMap<string, KeyManagementFamily> = new Map(KEY_MANAGEMENT);
const CONTENT_ENCRYPTIONS: ReadonlyMap<string, ContentEncryption> = new Map(
  CONTENT.map(([name, iv, tag]) => [name, { name, iv, tag }]),
);

/** The `alg` of a JWS by its exact name, or null. */
export function signatureAlgorithm(alg: string): SignatureAlgorithm | null {
  return SIGNATURE_ALGORITHMS.get(alg) ?? null;
}

/** The `alg` of a JWE by its exact name, or null. */
export function keyManagementFamily(alg: string): KeyManagementFamily | null {
  return KEY_MANAGEMENT_FAMILIES.get(alg) ?? null;
}

/** The `enc` of a JWE by its exact name, or null. */
export function contentEncryption(enc: string): ContentEncryption | null {
  return CONTENT_ENCRYPTIONS.get(enc) ?? null;
}

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [...SIGNATURE_ALGORITHMS.keys(), ...KEY_MANAGEMENT_FAMILIES.keys(), ...CONTENT_ENCRYPTIONS.keys()].map((name) => [
    loosely(name),
    name,
  ]),
);

function loosely(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The algorithm that a wrongly spelled name means: `nOnE` → `none`, `HS-256` → `HS256`. Null if it is right or means none. */
export function algorithmMeant(name: string): string | null {
  if (name.length > 40) return null;
  const meant = SPELLINGS.get(loosely(name.trim())) ?? null;
  return meant === name ? null : meant;
}
