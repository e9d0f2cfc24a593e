import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { betHere } from '#timeline/bet-here.ts';
import { answerOf } from '#timeline/bets.ts';
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

/** What the bet card says here, without the marks of code. */
function betText(state: TimelineState): string {
  const placed = betHere(state);
  return placed ? betWords(state, placed).replaceAll('`', '') : '';
}

function betWords(state: TimelineState, { bet, index }: NonNullable<ReturnType<typeof betHere>>): string {
  const answer = answerOf(state, bet.id);
  if (!answer) return `A question before the next step: ${bet.question}`;
  // The card, which has the focus, has just said what was bet.
  if (state.cursor <= index) return '';
  if (answer.option === answer.truth) return 'Your bet was right.';
  return `Your bet went another way. The run did: ${bet.options.find(({ id }) => id === answer.truth)?.label ?? ''}.`;
}
