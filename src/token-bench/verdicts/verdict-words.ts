/** A verdict in words. `neutral`: nothing is found against it or for it. Texts may have `code` in backticks. */
export interface VerdictWords {
  readonly kind: 'valid' | 'warning' | 'wrong' | 'neutral';
  readonly says: string;
  readonly detail: string;
}
