import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { betStage } from '#timeline/bet-stage.ts';
import { answerOf, betsOf, type PlacedBet } from '#timeline/bets.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import type { TimelineState } from '#timeline/state.ts';
import { rowText } from './row-text.ts';

/** One live announcement per step, and nothing before the first: the row, how a bet about it went, and the bet about the next. */
export function Announcer() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const bet = useTimeline(betText);
  const row =
    comparison && cursor > 0 ? `Step ${cursor} of ${comparison.steps.length}. ${rowText(comparison, cursor - 1)}` : '';
  return (
    <VisuallyHidden>
      <output aria-live="polite" aria-atomic="true">
        {[row, bet].filter((text) => text !== '').join(' ')}
      </output>
    </VisuallyHidden>
  );
}

/** What the bet cards say at this step and did not say at the one before, without the marks of code. */
function betText(state: TimelineState): string {
  return betsOf(state)
    .map((placed) => betWords(state, placed))
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('`', '');
}

function betWords(state: TimelineState, placed: PlacedBet): string {
  const { bet, settled } = placed;
  const stage = betStage(state, placed);
  if (stage === 'open') return `A question before the next step: ${bet.question}`;
  // What was bet has been said by the card, which had the focus; a verdict is said once.
  const answer = answerOf(state, bet.id);
  if (stage !== 'seen' || !answer || state.cursor !== settled + 1) return '';
  if (answer.option === answer.truth) return 'Your bet was right.';
  return `Your bet went another way. The run did: ${bet.options.find(({ id }) => id === answer.truth)?.label ?? ''}.`;
}
