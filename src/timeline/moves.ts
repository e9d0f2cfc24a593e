import type { Comparison } from '#core/align.ts';
import { openBet } from './bets.ts';
import type { LinkProblem } from './link-problems.ts';
import { openingCursor, stepIndex } from './places.ts';
import { comparisonOf } from './shown.ts';
import type { TimelineState } from './state.ts';

/** How many steps there are; 0 while there is no comparison. */
export function stepCount(state: TimelineState): number {
  return comparisonOf(state)?.steps.length ?? 0;
}

/** The cursor moved by hand: clamped, and whatever was playing pauses. */
export function movedTo(state: TimelineState, k: number): Partial<TimelineState> {
  const cursor = Math.max(0, Math.min(stepCount(state), Math.trunc(k) || 0));
  return { cursor, playing: false };
}

/** One step by the player, while it plays: it pauses at the end and where a bet waits for its answer. */
export function advanced(state: TimelineState): Partial<TimelineState> {
  if (!state.playing) return {};
  const cursor = Math.min(stepCount(state), state.cursor + 1);
  const there = { ...state, cursor };
  return { cursor, playing: cursor < stepCount(there) && !openBet(there) };
}

/** Play: from the beginning when everything is over; on past a bet that was left open, since whoever plays there means it. */
export function playing(state: TimelineState): Partial<TimelineState> {
  const steps = stepCount(state);
  if (steps === 0) return {};
  return { playing: true, cursor: state.cursor >= steps ? 0 : state.cursor };
}

/** What `opening` holds where no link names a row: the lesson's own first place. */
export const LESSON_OPENING = '';

/** As soon as the comparison is there, the cursor goes where the link or the lesson opens. */
export function opened(state: TimelineState): TimelineState {
  const comparison = comparisonOf(state);
  const { opening, lesson } = state;
  if (!comparison || !lesson || opening === null) return state;
  const here = { ...state, opening: null };
  if (opening === LESSON_OPENING) return { ...here, cursor: openingCursor(comparison, lesson) };
  const found = resolveLink(comparison, opening);
  return found.ok
    ? { ...here, cursor: found.cursor }
    : { ...here, cursor: openingCursor(comparison, lesson), linkProblem: found.problem };
}

export type StepReading =
  | { readonly ok: true; readonly cursor: number }
  | { readonly ok: false; readonly problem: LinkProblem };

/** The second look at a link, for which the runs must be there: whether they have the row it names (`start` is before the first). */
function resolveLink(comparison: Comparison, at: string): StepReading {
  const index = at === 'start' ? -1 : stepIndex(comparison, at);
  if (index < 0 && at !== 'start') return { ok: false, problem: { code: 'unknown-step', part: 'at', value: at } };
  return { ok: true, cursor: index + 1 };
}
