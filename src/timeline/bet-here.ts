import { answerOf, betsOf, openBet, type PlacedBet } from './bets.ts';
import type { TimelineState } from './state.ts';

/** The bet about the very next row, or else the one just answered; a row that is there already is asked about no more. */
export function betHere(state: TimelineState): PlacedBet | null {
  const { cursor } = state;
  const isHere = ({ bet, index }: PlacedBet): boolean =>
    (index === cursor || index === cursor - 1) && answerOf(state, bet.id) !== null;
  return openBet(state) ?? betsOf(state).find(isHere) ?? null;
}
