import { beatsOf } from './beats.ts';
import { answerOf, type PlacedBet } from './bets.ts';
import type { TimelineState } from './state.ts';

/**
 * How far a bet is where the cursor stands:
 * - `open`: it is about the very next row, and waits for its answer;
 * - `waiting`: it was answered, and the run so far leaves it undecided;
 * - `seen`: it was answered, and the rows so far decide it: to the end of the beat in which they did;
 * - null: it is not spoken of here. What has been seen is asked about no more.
 */
export type BetStage = 'open' | 'waiting' | 'seen' | null;

export function betStage(state: TimelineState, { bet, index, settled }: PlacedBet): BetStage {
  const { cursor } = state;
  if (!answerOf(state, bet.id)) return index === cursor ? 'open' : null;
  if (cursor <= settled) return index <= cursor ? 'waiting' : null;
  const next = beatsOf(state).find((beat) => beat.index > settled);
  return next && next.index < cursor ? null : 'seen';
}
