import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { answerOf, betsOf, openBet, type PlacedBet } from '#timeline/bets.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import type { TimelineState } from '#timeline/state.ts';
import styles from './bet-card.module.css';

/** The bet about the very next row, or else the one just answered; a row that is there already is asked about no more. */
function betHere(state: TimelineState): PlacedBet | null {
  const { cursor } = state;
  const isHere = ({ bet, index }: PlacedBet): boolean =>
    (index === cursor || index === cursor - 1) && answerOf(state, bet.id) !== null;
  return openBet(state) ?? betsOf(state).find(isHere) ?? null;
}

/** Predict, then see: the run is the judge. */
export function BetCard() {
  const { answerBet, setBets } = useTimelineActions();
  const bet = useTimeline((state) => betHere(state)?.bet ?? null);
  const cursor = useTimeline((state) => state.cursor);
  const index = useTimeline((state) => betHere(state)?.index ?? -1);
  const answer = useTimeline((state) => (bet ? answerOf(state, bet.id) : null));
  if (!bet) return null;
  // The verdict is the run's: it is shown when the row is there, not before.
  const isShown = answer !== null && cursor > index;
  const chosen = bet.options.find(({ id }) => id === answer?.option);
  const truth = bet.options.find(({ id }) => id === answer?.truth);
  return (
    <section className={styles['card']} aria-label="Place your bet">
      <h3 className={styles['question']}>
        <Prose text={bet.question} />
      </h3>
      {answer === null && (
        <div className={styles['options']}>
          {bet.options.map(({ id, label }) => (
            <Button key={id} onClick={() => answerBet(bet.id, id)}>
              <span>
                <Prose text={label} />
              </span>
            </Button>
          ))}
        </div>
      )}
      {answer !== null && !isShown && (
        <p>
          Your bet: <strong>{chosen && <Prose text={chosen.label} />}</strong> The next step shows what happens.
        </p>
      )}
      {isShown && (
        <output className={styles['outcome']}>
          <Verdict kind={answer.option === answer.truth ? 'valid' : 'wrong'}>
            {answer.option === answer.truth ? 'Your bet was right' : 'It went another way'}
          </Verdict>
          {answer.option !== answer.truth && truth && (
            <p>
              You bet “{chosen && <Prose text={chosen.label} />}”. The run did: <Prose text={truth.label} />.
            </p>
          )}
          <p>
            <Prose text={bet.because} />
          </p>
        </output>
      )}
      {answer === null && (
        <Button tone="quiet" size="s" onClick={() => setBets(false)}>
          Stop asking
        </Button>
      )}
    </section>
  );
}
