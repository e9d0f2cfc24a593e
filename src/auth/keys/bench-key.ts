import type { SecretEncoding } from './secret-text.ts';

/**
 * What a JWK says of its own use (RFC 7517 §4). A PEM says nothing: all null.
 * It binds: a key is not used for what it was not made for.
 */
export interface KeyBinding {
  readonly kid: string | null;
  readonly alg: string | null;
  readonly use: string | null;
  readonly keyOps: readonly string[] | null;
}

export const UNBOUND: KeyBinding = {
  kid: null,
  alg: null,
  use: null,
  keyOps: null,
};

/** One secret for both sides: whoever can check a token can make one. */
export interface SharedSecret extends KeyBinding {
  readonly kind: 'secret';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How the text was read; `jwk`: from its member `k`. */
  readonly encoding: SecretEncoding | 'jwk';
}

/** The families of asymmetric keys, by the names of JWK (RFC 7518 §6, RFC 8037, RFC 9964). */
export type AsymmetricType = 'RSA' | 'EC' | 'OKP' | 'AKP';

/** `oct`: a secret. */
export type JoseKeyType = AsymmetricType | 'oct';

/** How a key was wrapped. PKCS #1 and SEC 1 are OpenSSL's older forms. */
export type KeySource =
  | 'jwk'
  | 'spki'
  | 'pkcs8'
  | 'pkcs1'
  | 'sec1'
  | 'certificate';

/** One half of a pair. A private half holds the public one as well. */
export interface KeyHalf extends KeyBinding {
  readonly kind: 'public' | 'private';
  readonly kty: AsymmetricType;
  /** The curve of EC and OKP, the algorithm of AKP, null for RSA. Not always one that can be used here. */
  readonly variant: string | null;
  /** Length of an RSA modulus; null for the others. */
  readonly bits: number | null;
  readonly source: KeySource;
  readonly material: KeyContainer;
}

/** A key in a form that WebCrypto imports. A JWK holds nothing but the numbers: no `use`, no `key_ops`, no `ext`. */
export type KeyContainer =
  | { readonly format: 'jwk'; readonly jwk: JsonWebKey }
  | {
      readonly format: 'spki' | 'pkcs8';
      readonly der: Uint8Array<ArrayBuffer>;
    };

/** A key as read from a text. Whether the platform accepts its numbers shows only when it is used. */
export type BenchKey = SharedSecret | KeyHalf;
