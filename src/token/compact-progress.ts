import { decodeBase64url } from './base64url.ts';
import { scanJson } from './json-scan.ts';

/** How many base64url letters the signature has, by `alg`. */
const SIGNATURE_LETTERS: ReadonlyMap<string, readonly number[]> = new Map([
  ['HS256', [43]],
  ['HS384', [64]],
  ['HS512', [86]],
  ['ES256', [86]],
  ['ES256K', [86]],
  ['ES384', [128]],
  ['ES512', [176]],
  ['EdDSA', [86, 152]],
  ['Ed25519', [86]],
  ['Ed448', [152]],
  ['none', [0]],
]);
/** RSA of 2048, 3072 and 4096 bits, ML-DSA. */
const OTHER_SIGNATURES = [342, 512, 683, 3227, 4412, 6170];
/** The tag of a JWE. */
const TAG_LETTERS = [22, 32, 43];

/** A header longer than this is not looked into. */
const HEADER_LETTERS = 4096;

/**
 * Follows a compact token that is wrapped into pieces, and tells when all of it is there, so that the next word of the text is not
 * taken for a part of it. Each character is looked at once.
 */
export class CompactProgress {
  periods = 0;
  #header = '';
  #last = 0;
  #ends: readonly number[] | null = null;

  /** The next piece, without blanks. */
  add(piece: string): void {
    for (let from = 0; ;) {
      const period = piece.indexOf('.', from);
      const end = period < 0 ? piece.length : period;
      if (this.periods === 0) this.#header += piece.slice(from, end);
      this.#last += end - from;
      if (period < 0) return;
      this.periods += 1;
      this.#last = 0;
      from = period + 1;
    }
  }

  /** All parts are there, and the last has a length that it can end with. */
  isComplete(): boolean {
    if (this.periods === 4) return TAG_LETTERS.includes(this.#last);
    if (this.periods !== 2) return this.periods > 4;
    this.#ends ??= signatureLetters(this.#header);
    return this.#ends.includes(this.#last) || this.#last > Math.max(...this.#ends);
  }
}

function signatureLetters(header: string): readonly number[] {
  if (header.length > HEADER_LETTERS) return OTHER_SIGNATURES;
  const alg = scanJson(decodeBase64url(header).bytes).rootString('alg') ?? '';
  return SIGNATURE_LETTERS.get(alg) ?? OTHER_SIGNATURES;
}
