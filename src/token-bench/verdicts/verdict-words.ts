/** A verdict in words. `neutral`: nothing is found against it or for it. Texts may have `code` in backticks. */
export interface VerdictWords {
  readonly kind: 'valid' | 'warning' | 'wrong' | 'neutral';
  readonly says: string;
  readonly detail: string;
}

/** Of a signed JWT that keeps all rules of its form. */
export const WELL_FORMED_JWT: VerdictWords = {
  kind: 'valid',
  says: 'Well-formed JWT',
  detail: 'Three segments, canonical base64url, a JSON object in each place for one.',
};

/** While a key is tried. */
export const CHECKING: VerdictWords = { kind: 'neutral', says: 'Checking…', detail: '' };
