import { COLUMNS, type Comparison } from '#core/align.ts';
import { oncePerPair } from '#core/once.ts';
import { resolvePointer } from '#core/pointer.ts';
import { holds } from '#core/query.ts';
import type { Bet, Lesson } from '#lessons/lesson.ts';
import { resolvePlace } from './places.ts';
import { comparisonOf } from './shown.ts';
import type { BetAnswer, LessonAnswers, TimelineState } from './state.ts';

/** A bet that is asked of these two runs, and the index of the row before which it is asked. */
export interface PlacedBet {
  readonly bet: Bet;
  readonly index: number;
  /** The index of the row that decides it: the one it is asked before, or a later one. */
  readonly settled: number;
  /** The option that holds of these two runs. */
  readonly truth: string;
}

/** Every bet asked of the runs on screen, in the order of the rows; none while bets are off. The same list for the same two runs. */
export function betsOf(state: TimelineState): readonly PlacedBet[] {
  return state.betsOn ? placed(state) : NONE;
}

function placed(state: TimelineState): readonly PlacedBet[] {
  const comparison = comparisonOf(state);
  return state.lesson && comparison ? placedBets(state.lesson, comparison) : NONE;
}

/** The unanswered bet about the very next row, null when there is none. */
export function openBet(state: TimelineState): PlacedBet | null {
  return betsOf(state).find(({ bet, index }) => index === state.cursor && !answerOf(state, bet.id)) ?? null;
}

/** The answer given in this lesson, null when none was. */
export function answerOf(state: TimelineState, betId: string): BetAnswer | null {
  return answersOf(state)[betId] ?? null;
}

/**
 * How many bets of this lesson were answered and seen to go one way or the other, and how many rightly: one that is still undecided does
 * not count yet, or the score would tell what happens. Makes a new object: select its members.
 */
export function betScore(state: TimelineState): { readonly answered: number; readonly right: number } {
  const ahead = new Set(placed(state).flatMap(({ bet, settled }) => (settled < state.cursor ? [] : [bet.id])));
  const answers = Object.entries(answersOf(state)).flatMap(([id, answer]) => (ahead.has(id) ? [] : [answer]));
  return { answered: answers.length, right: answers.filter(({ option, truth }) => option === truth).length };
}

/** The answer to a bet that is asked here and whose row is still ahead: with what these runs do, since they may be others later. */
export function answered(state: TimelineState, betId: string, option: string): Partial<TimelineState> {
  const found = betsOf(state).find(({ bet }) => bet.id === betId);
  const { lesson, cursor } = state;
  if (!found || !lesson || cursor > found.index || answerOf(state, betId)) return {};
  if (found.bet.options.every(({ id }) => id !== option)) return {};
  const answers = { ...answersOf(state), [betId]: { option, truth: found.truth } };
  return { answers: { ...state.answers, [lesson.id]: answers } };
}

function answersOf({ lesson, answers }: TimelineState): LessonAnswers {
  return (lesson && answers[lesson.id]) ?? NO_ANSWERS;
}

const NONE: readonly PlacedBet[] = [];
const NO_ANSWERS: LessonAnswers = {};

const placedBets = oncePerPair((lesson: Lesson, comparison: Comparison): readonly PlacedBet[] =>
  lesson.bets
    .filter((bet) => isAsked(bet, comparison))
    .flatMap((bet) => {
      const index = resolvePlace(comparison, bet.before);
      const truth = bet.options.find((option) => holds(option.holds, comparison))?.id;
      const settled = Math.max(index, ...(bet.settled ?? []).map((pointer) => resolvePointer(comparison, pointer)));
      return index < 0 || truth === undefined ? [] : [{ bet, index, settled, truth }];
    })
    .toSorted((a, b) => a.index - b.index),
);

function isAsked({ only }: Bet, comparison: Comparison): boolean {
  return COLUMNS.every((column) => only?.[column] === undefined || only[column] === comparison[column].spec.scheme);
}
