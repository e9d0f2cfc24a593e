import type { Citation, Reason } from '#core/reasons.ts';

/** Why something was refused, with where the rule is written. The outside is told far less. */
export interface Refusal {
  readonly reason: Exclude<Reason, 'ok'>;
  readonly cites: readonly Citation[];
  /** What it was about: a claim, a file's time. */
  readonly subject: string | null;
}

export function refusal(
  reason: Refusal['reason'],
  cites: readonly Citation[],
  subject: string | null = null,
): Refusal {
  return { reason, cites, subject };
}

/** The outcome of a rule that can only be passed or failed. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal };
