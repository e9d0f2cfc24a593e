import { oncePer } from '#core/once.ts';
import type { Trace } from '#core/trace.ts';
import { afterEvent, type ExchangeSoFar, initialState } from './credential-reducer.ts';
import type { CredentialState } from './credential-state.ts';

/** The state after each event that changed it. */
interface Moment {
  /** How many events had happened. */
  readonly events: number;
  readonly state: CredentialState;
}

/** What is known of the credentials after so many events of a trace. */
export function credentialsAfter(trace: Trace, events: number): CredentialState {
  const moments = history(trace);
  let low = 0;
  let high = moments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle]?.events ?? 0) <= events) low = middle;
    else high = middle - 1;
  }
  return moments[low]?.state ?? initialState(trace);
}

/** Every state that the trace goes through, first to last. */
export function credentialStates(trace: Trace): readonly CredentialState[] {
  return history(trace).map(({ state }) => state);
}

const history = oncePer((trace: Trace): readonly Moment[] => {
  const moments: Moment[] = [{ events: 0, state: initialState(trace) }];
  const exchanges = new Map<string, ExchangeSoFar>();
  let state = initialState(trace);
  trace.events.forEach((event, index) => {
    const next = afterEvent(state, event, exchanges);
    if (next === state) return;
    state = next;
    moments.push({ events: index + 1, state });
  });
  return moments;
});
