import { COLUMNS, type Comparison } from '#core/align.ts';
import { allIntents, type Intent, type IntentId, type IntentKind } from '#core/intents.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchedOff, sideOf, wantingOthers } from './branching.ts';
import { arriveAt, freeId, intentAfter, placeOf } from './fork-here.ts';
import { comparisonOf } from './shown.ts';
import type { BranchEdit, TimelineState } from './state.ts';
import type { Timeline } from './store.ts';

/** What sends nothing that a server could be stopped at. */
const WITHOUT_REQUEST: ReadonlySet<IntentKind> = new Set([
  'copy-credential',
  'wait',
  'configure',
  'sql',
  'restart-server',
  'delete-file',
  'reload',
  'close-tab',
  'close-browser',
  'edit-storage',
]);

/**
 * Restarts the servers of both sides in the middle of a request: the one under way where the cursor stands, else the next. One step to undo;
 * the cursor goes to the end of the restart. False where no request is to come: then nothing happens.
 */
export function restartDuring(timeline: Timeline): boolean {
  const id = freeId(timeline.store.getState(), 'restart');
  let isFound = false;
  timeline.actions.revise((state, lesson) => {
    const next = cutShort(state, lesson, id);
    isFound = next !== null;
    return next;
  });
  if (isFound) arriveAt(timeline, id);
  return isFound;
}

function cutShort(state: TimelineState, lesson: Lesson, id: IntentId): TimelineState | null {
  const comparison = comparisonOf(state);
  if (!comparison) return null;
  const made = branchedOff(state, lesson, COLUMNS, (branch) => {
    const request = requestHere(comparison, state.cursor, branch.spec.intents);
    if (!request) return null;
    const side = sideOf(branch);
    return { ...side, edits: [...side.edits, ...atOnce(request, branch.spec.intents, id)] };
  });
  return made && wantingOthers(made.state, made.sides);
}

/** The first intent from the one under way on that sends a request and is not cut short already. */
function requestHere(comparison: Comparison, cursor: number, intents: readonly Intent[]): Intent | undefined {
  const before = intentAfter(comparison, cursor, intents);
  const after = before === null ? intents.length : placeOf(intents, before);
  return intents.slice(Math.max(0, after - 1)).find((intent) => {
    const kinds = allIntents([intent]).map(({ kind }) => kind);
    return !kinds.includes('restart-server') && kinds.some((kind) => kind !== 'together' && !WITHOUT_REQUEST.has(kind));
  });
}

/** The same intent, and a restart beside it: it keeps its name, which lessons and links point to. */
function atOnce(intent: Intent, intents: readonly Intent[], id: IntentId): readonly BranchEdit[] {
  const restart: Intent = { id, kind: 'restart-server' };
  if (intent.kind === 'together') {
    return [{ kind: 'replace', intent: { ...intent, intents: [...intent.intents, restart] } }];
  }
  const together: Intent = { id: `${id}-during`, kind: 'together', intents: [intent, restart] };
  const before = intents[placeOf(intents, intent.id) + 1]?.id ?? null;
  // In this order: at no time do two intents have one name.
  return [
    { kind: 'remove', intent: intent.id },
    { kind: 'insert', before, intent: together },
  ];
}
