/** Why a text cannot be used as a key. One closed union of codes; the words live elsewhere. */
export type KeyProblemCode =
  // a secret in a chosen encoding
  | 'hex-character'
  | 'hex-odd'
  | 'base64-character'
  | 'base64-length'
  // JSON
  | 'json-malformed'
  | 'json-no-key'
  | 'jwk-kty-unknown'
  | 'jwk-member-missing'
  | 'jwk-member-type'
  | 'jwk-member-encoding'
  | 'jwk-member-length'
  | 'jwks-empty'
  // PEM and what is in it
  | 'pem-unclosed'
  | 'pem-character'
  | 'pem-encrypted'
  | 'pem-label-unknown'
  | 'der-malformed'
  | 'key-type-unknown'
  | 'key-parameters-missing'
  // other wrappings
  | 'ssh-key';

/** What is wrong with a key's text, and where in it. */
export interface KeyProblem {
  readonly code: KeyProblemCode;
  /** Offset in the pasted text (UTF-16 units); null: the whole of it. */
  readonly at: number | null;
  /** What it is about, where there is something to name: a member, a label, an object identifier. Not made safe to show. */
  readonly subject: string | null;
}

/** Worth saying of a text that could be read as a key. */
export interface KeyNote {
  readonly code:
    /** There is white space at an end of the secret, and it counts. */
    | 'secret-edges'
    /** The text of a key is taken for a secret: what an algorithm confusion attack does (RFC 8725 §2.1). */
    | 'secret-looks-like-key'
    /** Whoever holds this can sign. */
    | 'private-part'
    /** Only the key was taken from it: neither dates nor names nor issuer are looked at. */
    | 'certificate-unchecked'
    /** `\n` stood for line breaks. */
    | 'pem-escaped'
    /** A text around the key, or a further block of PEM, was passed over. */
    | 'text-ignored'
    | 'block-ignored'
    /** A member is padded, or not in the alphabet of base64url, and was understood all the same. */
    | 'jwk-spelling'
    /** A member occurs twice; the last counts. */
    | 'jwk-duplicate'
    /** `alg` names no registered algorithm, and is not held against the token. */
    | 'jwk-alg-unknown'
    /** A key of the set could not be read. */
    | 'jwks-skipped'
    /** No key of the set has the token's `kid`. */
    | 'jwks-kid-absent';
  readonly subject: string | null;
}

/** A result or what was wrong. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: KeyProblem };

export function unreadable(
  code: KeyProblemCode,
  at: number | null = null,
  subject: string | null = null,
): { readonly ok: false; readonly problem: KeyProblem } {
  return { ok: false, problem: { code, at, subject } };
}

export function note(
  code: KeyNote['code'],
  subject: string | null = null,
): KeyNote {
  return { code, subject };
}
