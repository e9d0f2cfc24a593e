import type { Bet } from '#lessons/lesson.ts';
import type { BetAnswer, TimelineState } from './state.ts';

/** A bet that is asked of these two runs, and the index of the row it is about. */
export interface PlacedBet {
  readonly bet: Bet;
  readonly index: number;
}

/** Every bet asked of the runs on screen, in the order of the rows; none while bets are off. */
export declare function betsOf(state: TimelineState): readonly PlacedBet[];

/** The unanswered bet about the very next row, null when there is none. */
export declare function openBet(state: TimelineState): PlacedBet | null;

/** The answer given in this lesson, null when none was. */
export declare function answerOf(state: TimelineState, betId: string): BetAnswer | null;

/** How many bets of this lesson were answered, and how many rightly. */
export declare function betScore(state: TimelineState): { readonly answered: number; readonly right: number };
