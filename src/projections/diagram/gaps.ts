import { type Column, type Comparison, otherColumn, type Step } from '#core/align.ts';
import { type Exchange, EXCHANGES, type Phase, type TraceEvent } from '#core/events.ts';
import { allIntents, type IntentId } from '#core/intents.ts';
import { oncePer } from '#core/once.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import type { Trace } from '#core/trace.ts';
import { eventsOf } from '../cursor.ts';
import type { Gap } from '../sentences/gap-sentences.ts';

/** What does not happen in the empty cell of a row, by what the other side does there. */
export function gapOf(comparison: Comparison, column: Column, step: Step): Gap {
  const { intended, done } = doingsOf(comparison[column]);
  if (!intended.has(step.intent)) return 'not in this run';
  const doings = done.get(step.intent) ?? NONE;
  const wasRefused = (doings & REFUSED) !== 0;
  if (step.phase === 'ask' && !(doings & exchangeBit(step.exchange))) {
    if (step.exchange === 'refresh') return refreshGap(doings !== NONE, wasRefused);
    if (step.exchange === 'retry') return 'no second request';
  }
  if (step.phase === 'work' && wasRefused) return 'not reached';
  if (step.phase === 'answer' && doings !== NONE) return 'answered already';
  return absenceOf(comparison, column, step) ?? PHASE_GAPS[step.phase];
}

/** Nothing was done at all, or it went well without, or it failed and there is no way on. */
function refreshGap(hasActed: boolean, wasRefused: boolean): Gap {
  if (!hasActed) return 'nothing to refresh';
  return wasRefused ? 'nothing to refresh with' : 'no refresh needed';
}

/**
 * What the other side does in a row that has no counterpart among a side's own events there (which touch no store); null when the phase
 * says it best, or when there is nothing of note.
 */
export function absenceOf(
  comparison: Comparison,
  column: Column,
  step: Step,
  own: readonly TraceEvent[] = [],
): Gap | null {
  const other = otherColumn(column);
  const others = eventsOf(comparison, other, step[other]);
  const access = others.find((event) => event.kind === 'store');
  const onlyThere = (op: 'sign' | 'verify'): boolean => has(others, op) && !has(own, op);
  switch (step.phase) {
    case 'recognise':
      if (access) return 'nothing to look up';
      return onlyThere('verify') ? 'nothing to verify' : null;
    case 'remember':
      if (access) return access.op === 'delete' ? 'nothing to delete' : 'nothing stored';
      return onlyThere('sign') ? 'nothing to sign' : null;
    case 'operate': {
      if (others.length === 0) return null;
      if (!others.some(({ kind }) => kind === 'statement')) return 'no files here';
      return SCHEME_TEXTS[comparison[column].spec.scheme].sql ? 'nothing run' : 'no SQL here';
    }
    case 'forget':
      if (!access) return null;
      return access.op === 'delete' ? 'nothing to delete' : 'nothing written down';
    default:
      return null;
  }
}

function has(events: readonly TraceEvent[], op: 'sign' | 'verify'): boolean {
  return events.some((event) => event.kind === 'crypto' && event.op === op);
}

const PHASE_GAPS: Readonly<Record<Phase, Gap>> = {
  act: 'nothing to do',
  ask: 'no request',
  check: 'nothing to check',
  recognise: 'nothing to recognise',
  work: 'nothing to do',
  remember: 'nothing to remember',
  forget: 'nothing to forget',
  answer: 'no answer',
  keep: 'nothing to keep',
  drop: 'nothing to drop',
  wait: 'no waiting',
  configure: 'nothing changes',
  operate: 'nothing run',
  stop: 'nothing stops',
  start: 'nothing starts',
};

/** What happens anywhere in a run, to tell a gap from something that was never asked for. */
const doingsOf = oncePer(({ spec, events }: Trace) => {
  const done = new Map<IntentId, number>();
  for (const event of events) {
    const isRefusal = event.kind === 'response' && event.message.status >= 400;
    done.set(
      event.intent,
      (done.get(event.intent) ?? NONE) | exchangeBit(event.exchange) | (isRefusal ? REFUSED : NONE),
    );
  }
  return { intended: new Set(allIntents(spec.intents).map(({ id }) => id)), done };
});

/** What was done for an intent, a bit each: nothing at all, an answer that refuses, an exchange. */
const NONE = 0;
const REFUSED = 1;

function exchangeBit(exchange: Exchange): number {
  return 2 << EXCHANGES.indexOf(exchange);
}
