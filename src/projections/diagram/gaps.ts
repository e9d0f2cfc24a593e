import { type Column, type Comparison, otherColumn, type Step } from '#core/align.ts';
import type { Phase, TraceEvent } from '#core/events.ts';
import { exchangeBit, exchangesOf, outlineOf } from '#core/outline.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { eventsOf } from '../cursor.ts';
import type { Gap } from '../sentences/gap-sentences.ts';

/** What does not happen in the empty cell of a row, by what the other side does there. */
export function gapOf(comparison: Comparison, column: Column, step: Step): Gap {
  const { intent, exchange, phase } = step;
  const trace = comparison[column];
  const exchanges = exchangesOf(trace, intent);
  if (exchanges === null) return 'not in this run';
  const hasActed = exchanges !== 0;
  const wasRefused = outlineOf(trace).refused.has(intent);
  if (phase === 'ask' && (exchanges & exchangeBit(exchange)) === 0) {
    if (exchange === 'refresh') return refreshGap(hasActed, wasRefused);
    if (exchange === 'retry') return 'no second request';
  }
  if (phase === 'work' && wasRefused) return 'not reached';
  if (phase === 'answer' && hasActed) return 'answered already';
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
