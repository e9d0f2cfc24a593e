import type { Column, Comparison } from '#core/align.ts';
import type { CarriedCredential } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import { credentialsAfter } from './credential-history.ts';
import { eventsDone } from '../cursor.ts';
import { standingOf } from './lifetimes.ts';

/** Something said of one credential at one moment of a run. */
export interface Claimed {
  readonly form: CarriedCredential['form'];
  readonly number: number;
  readonly is: 'valid' | 'over';
}

export interface CheckedMoment {
  /** The cursor at which the moment is over; null when the run has no such moment. */
  readonly k: number | null;
  /** Status of the last answer there; null where nothing was asked, or no answer came. */
  readonly status: number | null;
  /** What the client got before it asked: a new token. */
  readonly isRefreshed: boolean;
  /** Each claim, and whether the run says so too. */
  readonly holds: readonly boolean[];
}

/**
 * Holds what is said of a moment against the run.
 * @param intent the last one of that moment.
 * @param at seconds since the world began.
 */
export function checkMoment(
  comparison: Comparison,
  column: Column,
  intent: IntentId,
  at: number,
  claims: readonly Claimed[],
): CheckedMoment {
  const last = comparison.steps.findLastIndex((step) => step.intent === intent && step[column] !== null);
  if (last < 0) return { k: null, status: null, isRefreshed: false, holds: claims.map(() => false) };
  const k = last + 1;
  const trace = comparison[column];
  const answers = trace.events.flatMap((event) =>
    event.kind === 'response' && event.intent === intent ? [event] : [],
  );
  const state = credentialsAfter(trace, eventsDone(comparison, column, k));
  const holds = claims.map(({ form, number, is }) => {
    const credential = state.credentials.find((one) => one.form === form && one.number === number);
    return credential !== undefined && standingOf(credential, state, at).is === is;
  });
  const isRefreshed = answers.some(({ exchange, message }) => exchange === 'refresh' && message.status === 200);
  return { k, status: answers.at(-1)?.message.status ?? null, isRefreshed, holds };
}
