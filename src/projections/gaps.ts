import type { Column, Comparison, Step } from '#core/align.ts';
import type { Phase, TraceEvent } from '#core/events.ts';
import { allIntents, type IntentId } from '#core/intents.ts';
import type { Trace } from '#core/trace.ts';
import { eventsOf } from './cursor.ts';
import { oncePer } from './memo.ts';

/** What a side does not do while the other does something: for the diagram, and as a sentence. */
export interface GapWords {
  readonly label: string;
  readonly sentence: string;
}

/** Says what does not happen in the empty cell of a row, by what the other side does there. */
export function gapWords(comparison: Comparison, column: Column, step: Step): GapWords {
  const other = column === 'left' ? 'right' : 'left';
  const doings = doingsOf(comparison[column]);
  if (!doings.intended.has(step.intent)) return NOT_IN_RUN;
  const wasRefused = doings.refused.has(step.intent);
  if (step.phase === 'ask' && !doings.exchanges.has(`${step.intent}/${step.exchange}`)) {
    if (step.exchange === 'refresh') return refreshGap(doings.acted.has(step.intent), wasRefused);
    if (step.exchange === 'retry') return NO_SECOND_REQUEST;
  }
  if (step.phase === 'work' && wasRefused) return NOT_REACHED;
  if (step.phase === 'answer' && doings.acted.has(step.intent)) return ANSWERED;
  return absenceOf(step.phase, eventsOf(comparison, other, step[other])) ?? PHASE_GAPS[step.phase];
}

/** Nothing was done at all, or it went well without, or it failed and there is no way on. */
function refreshGap(hasActed: boolean, wasRefused: boolean): GapWords {
  if (!hasActed) return NOTHING_TO_REFRESH;
  return wasRefused ? NOTHING_TO_REFRESH_WITH : NO_REFRESH_NEEDED;
}

/**
 * What these events of the other side have no counterpart for among a side's own (which touch no store); null when the phase says it
 * best, or when there is nothing of note.
 */
export function absenceOf(
  phase: Phase,
  others: readonly TraceEvent[],
  own: readonly TraceEvent[] = [],
): GapWords | null {
  const access = others.find((event) => event.kind === 'store');
  const onlyThere = (op: 'sign' | 'verify'): boolean => has(others, op) && !has(own, op);
  if (phase === 'recognise') {
    if (access) return NOTHING_LOOKED_UP;
    return onlyThere('verify') ? NO_SIGNATURE : null;
  }
  if (phase === 'remember') {
    if (access) return access.op === 'delete' ? NOTHING_DELETED : NOTHING_STORED;
    return onlyThere('sign') ? NOTHING_SIGNED : null;
  }
  if (phase === 'forget' && access) return access.op === 'delete' ? NOTHING_DELETED : NOTHING_WRITTEN;
  return null;
}

function has(events: readonly TraceEvent[], op: 'sign' | 'verify'): boolean {
  return events.some((event) => event.kind === 'crypto' && event.op === op);
}

const NOT_IN_RUN: GapWords = { label: 'not in this run', sentence: 'This is not part of this run.' };
const ANSWERED: GapWords = { label: 'answered already', sentence: 'The answer was given already.' };
const NOT_REACHED: GapWords = { label: 'not reached', sentence: 'The request does not get this far.' };
const NO_REFRESH_NEEDED: GapWords = { label: 'no refresh needed', sentence: 'No refresh is needed.' };
const NOTHING_TO_REFRESH: GapWords = { label: 'nothing to refresh', sentence: 'There is nothing to refresh.' };
const NOTHING_TO_REFRESH_WITH: GapWords = {
  label: 'nothing to refresh with',
  sentence: 'There is nothing to refresh with.',
};
const NO_SECOND_REQUEST: GapWords = { label: 'no second request', sentence: 'The request is not sent again.' };
const NOTHING_LOOKED_UP: GapWords = { label: 'nothing to look up', sentence: 'Nothing is looked up.' };
const NO_SIGNATURE: GapWords = { label: 'nothing to verify', sentence: 'There is nothing to verify.' };
const NOTHING_STORED: GapWords = { label: 'nothing stored', sentence: 'Nothing is stored.' };
const NOTHING_SIGNED: GapWords = { label: 'nothing to sign', sentence: 'Nothing is signed.' };
const NOTHING_DELETED: GapWords = { label: 'nothing to delete', sentence: 'Nothing is deleted.' };
const NOTHING_WRITTEN: GapWords = { label: 'nothing written down', sentence: 'Nothing is written down.' };

const PHASE_GAPS: Readonly<Record<Phase, GapWords>> = {
  act: { label: 'nothing to do', sentence: 'There is nothing to do.' },
  ask: { label: 'no request', sentence: 'No request is sent.' },
  check: { label: 'nothing to check', sentence: 'Nothing is checked.' },
  recognise: { label: 'nothing to recognise', sentence: 'There is nothing to recognise.' },
  work: { label: 'nothing to do', sentence: 'There is nothing to do.' },
  remember: { label: 'nothing to remember', sentence: 'There is nothing to remember.' },
  forget: { label: 'nothing to forget', sentence: 'There is nothing to forget.' },
  answer: { label: 'no answer', sentence: 'No answer is sent.' },
  keep: { label: 'nothing to keep', sentence: 'There is nothing to keep.' },
  drop: { label: 'nothing to drop', sentence: 'There is nothing to drop.' },
  wait: { label: 'no waiting', sentence: 'No time passes.' },
  configure: { label: 'nothing changes', sentence: 'No setting changes.' },
};

/** What happens anywhere in a run, to tell a gap from something that was never asked for. */
const doingsOf = oncePer(({ spec, events }: Trace) => {
  const exchanges = new Set<string>();
  const acted = new Set<IntentId>();
  const refused = new Set<IntentId>();
  for (const event of events) {
    acted.add(event.intent);
    exchanges.add(`${event.intent}/${event.exchange}`);
    if (event.kind === 'response' && event.message.status >= 400) refused.add(event.intent);
  }
  const intended = new Set(allIntents(spec.intents).map(({ id }) => id));
  return { intended, acted, exchanges, refused };
});
