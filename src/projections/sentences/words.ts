import type { Column, Comparison, Step } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { areaId } from '#core/state.ts';
import { eventsOf } from '../cursor.ts';
import { diagramModel } from '../diagram/diagram.ts';
import { GAP_SENTENCES } from './gap-sentences.ts';
import { absenceOf, gapOf } from '../diagram/gaps.ts';
import { actingDevices } from '../diagram/lanes.ts';
import type { StepText } from '../models.ts';
import { firstOf, principalOf, verdictOf } from '../diagram/principal.ts';
import { userChange } from '../diagram/user-change.ts';
import { changeSentence, listOf, sentenceOf, storeClause } from './sentences.ts';

/** A row of the diagram in words, one to three short sentences a side. Null when there is no such row. */
export function stepText(comparison: Comparison, index: number): StepText | null {
  const step = comparison.steps[index];
  const row = diagramModel(comparison).rows[index];
  if (!step || !row) return null;
  return {
    id: step.id,
    heading: row.heading,
    phaseName: row.phaseName,
    left: cellText(comparison, 'left', step),
    right: cellText(comparison, 'right', step),
  };
}

function cellText(comparison: Comparison, column: Column, step: Step): string {
  const events = eventsOf(comparison, column, step[column]);
  const principal = principalOf(events);
  if (!principal) return GAP_SENTENCES[gapOf(comparison, column, step)];
  const named = actingDevices(comparison[column]).length > 1;
  const first = firstSentence(principal, events, named);
  const second = afterwards(principal, events);
  const absent = principal.kind === 'crypto' ? absentText(comparison, column, step, events) : null;
  return [first, second && sentenceOf(second, named), absent].filter(Boolean).join(' ');
}

/** What the other side does to a store in this row, and this side does without: often the point of the row. */
function absentText(comparison: Comparison, column: Column, step: Step, own: readonly TraceEvent[]): string | null {
  const absence = absenceOf(comparison, column, step, own);
  return absence && GAP_SENTENCES[absence];
}

function firstSentence(principal: TraceEvent, events: readonly TraceEvent[], named: boolean): string {
  if (principal.kind === 'change') return changesText(events, named);
  if (principal.kind === 'store' && firstOf(events, 'crypto')?.op === 'verify') {
    return `The server verifies the signature and ${storeClause(principal)}.`;
  }
  const change = firstOf(events, 'change');
  // The operation alone does not say it: a server where nothing is signed has no secrets.
  if (principal.kind === 'operation' && change?.area.name === 'secrets' && change.before === null)
    return 'The server starts again and reads its secrets.';
  const about = change?.area.name === 'users' ? userChange(change) : null;
  if (principal.kind === 'store' && about !== null) return `The server ${storeClause(principal)} (${about}).`;
  return sentenceOf(withAll(principal, events), named);
}

/** What came of it: the verdict, a password's check, a signature's. */
function afterwards(principal: TraceEvent, events: readonly TraceEvent[]): TraceEvent | null {
  const verdict = verdictOf(events);
  if (verdict && verdict.id !== principal.id) return verdict;
  const crypto = firstOf(events, 'crypto');
  if (crypto && crypto.id !== principal.id && crypto.op !== 'random' && crypto.op !== 'hash') return crypto;
  if (principal.kind !== 'action') return null;
  const last = events.findLast((event) => event.kind === 'action');
  return last && last.id !== principal.id ? last : null;
}

/** Several signatures in one cell make one sentence. */
function withAll(principal: TraceEvent, events: readonly TraceEvent[]): TraceEvent {
  if (principal.kind !== 'crypto' || principal.op !== 'sign') return principal;
  const subjects = events.flatMap((event) => (event.kind === 'crypto' && event.op === 'sign' ? [event.subject] : []));
  return { ...principal, subject: listOf(subjects) };
}

function changesText(events: readonly TraceEvent[], named: boolean): string {
  const changes = events.filter((event) => event.kind === 'change');
  const places = [...Map.groupBy(changes, ({ area }) => areaId(area)).values()];
  return places.flatMap(([first, ...others]) => (first ? [changeSentence(first, named, others)] : [])).join(' ');
}
