import type { Finding } from './findings.ts';
import type { KeyMaterial } from './key-material.ts';
import type { OtherCredential } from './other-credentials.ts';
import type { Segment } from './segment.ts';

/**
 * What a payload turned out to hold. Only `claims` can be a JWT's.
 * - `claims`: a JSON object by the letter. - `broken-json`: it begins like JSON and breaks a rule. - `json`: an array or a scalar.
 * - `nested`: another token. - `text`, `binary`, `empty`: no JSON at all.
 */
export type PayloadContent = 'claims' | 'broken-json' | 'json' | 'nested' | 'text' | 'binary' | 'empty';

interface Form {
  /** Exactly what was given to `parseToken`. */
  readonly text: string;
  /** The parts in the order of the text. */
  readonly segments: readonly Segment[];
  /** What is wrong with the format; claims and lint are read apart. */
  readonly findings: readonly Finding[];
}

/** The parts of a JWS in compact serialisation (RFC 7515 §7.1). */
export interface JwsParts {
  readonly header: Segment;
  readonly payload: Segment;
  readonly signature: Segment;
  /** As written in the header, null if it is missing or no string. */
  readonly alg: string | null;
  readonly content: PayloadContent;
  /** The payload travels as it is (`b64: false`, RFC 7797). */
  readonly unencoded: boolean;
}

/** `unsecured`: `alg` is `none`. `detached`: nothing between the periods (RFC 7515 appendix F). */
export interface CompactJws extends Form, JwsParts {
  readonly form: 'jws' | 'unsecured' | 'detached';
}

/** RFC 7516 §7.1. The claims, if there are any, are in the ciphertext. */
export interface CompactJwe extends Form {
  readonly form: 'jwe';
  readonly header: Segment;
  readonly encryptedKey: Segment;
  readonly iv: Segment;
  readonly ciphertext: Segment;
  readonly tag: Segment;
  readonly alg: string | null;
  readonly enc: string | null;
}

export interface JsonSignature {
  readonly header: Segment | null;
  /** The node of the unprotected header in the document's tree, or -1. */
  readonly unprotected: number;
  readonly signature: Segment;
  readonly alg: string | null;
}

/** RFC 7515 §7.2. Legal JOSE, and not a JWT. */
export interface JsonJws extends Form {
  readonly form: 'jws-json';
  readonly syntax: 'general' | 'flattened';
  /** The whole text, with its JSON. */
  readonly document: Segment;
  readonly payload: Segment;
  readonly content: PayloadContent;
  readonly signatures: readonly JsonSignature[];
}

export interface JsonRecipient {
  /** The node of this recipient's header in the document's tree, or -1. */
  readonly header: number;
  readonly encryptedKey: Segment | null;
  readonly alg: string | null;
}

/** RFC 7516 §7.2. */
export interface JsonJwe extends Form {
  readonly form: 'jwe-json';
  readonly syntax: 'general' | 'flattened';
  readonly document: Segment;
  readonly header: Segment | null;
  /** The node of the shared unprotected header in the document's tree, or -1. */
  readonly unprotected: number;
  readonly recipients: readonly JsonRecipient[];
  readonly iv: Segment | null;
  readonly ciphertext: Segment;
  readonly tag: Segment | null;
  readonly aad: Segment | null;
  readonly enc: string | null;
}

/** One revealed claim (RFC 9901 §4.2). `name` is null for an element of an array, and where the disclosure is broken. */
export interface Disclosure {
  readonly segment: Segment;
  readonly kind: 'property' | 'element' | 'broken';
  readonly salt: string | null;
  readonly name: string | null;
  /** The node of the value in the segment's tree, or -1. */
  readonly value: number;
}

/** RFC 9901 §4. Digests are not compared here: that takes a hash function. */
export interface SdJwt extends Form {
  readonly form: 'sd-jwt';
  readonly issuer: JwsParts;
  readonly disclosures: readonly Disclosure[];
  /** Its segments have index 1. */
  readonly keyBinding: JwsParts | null;
}

/** Meant to be a token, with the wrong number of parts. What can be read of it is in `segments`. */
export interface MalformedToken extends Form {
  readonly form: 'malformed';
  readonly periods: number;
}

/** Not JOSE at all: "this is not a JWT, it is …". */
export interface OtherToken extends Form {
  readonly form: 'other';
  readonly credential: OtherCredential;
}

/** A key in the token's field. */
export interface KeyInPlaceOfToken extends Form {
  readonly form: 'key-material';
  readonly key: KeyMaterial;
}

export interface EmptyToken extends Form {
  readonly form: 'empty';
}

/** Everything that `parseToken` can say a text is. */
export type ParsedToken =
  | CompactJws
  | CompactJwe
  | JsonJws
  | JsonJwe
  | SdJwt
  | MalformedToken
  | OtherToken
  | KeyInPlaceOfToken
  | EmptyToken;
