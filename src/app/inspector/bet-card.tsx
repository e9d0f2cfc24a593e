import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { Verdict } from '#kit/verdict.tsx';
import type { Bet } from '#lessons/lesson.ts';
import { betStage } from '#timeline/bet-stage.ts';
import { answerOf, betsOf, type PlacedBet } from '#timeline/bets.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import type { BetAnswer } from '#timeline/state.ts';
import { BET_ID, goToWhy } from './focus-places.ts';
import styles from './bet-card.module.css';

/** Every bet that is spoken of at this step: one just decided may stand above the next. */
export function BetCards() {
  const bets = useTimeline(betsOf);
  return bets.map((placed) => <BetCard key={placed.bet.id} placed={placed} />);
}

/** Predict, then see: the run is the judge. */
function BetCard({ placed }: { readonly placed: PlacedBet }) {
  const { bet } = placed;
  const { answerBet, setBets } = useTimelineActions();
  const card = useRef<HTMLElement>(null);
  const stage = useTimeline((state) => betStage(state, placed));
  const answer = useTimeline((state) => answerOf(state, bet.id));
  if (!stage) return null;

  const choose = (option: string) => {
    // The button that was pressed goes: the card says what was bet.
    flushSync(() => answerBet(bet.id, option));
    card.current?.querySelector<HTMLElement>('[data-said]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (answer || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = bet.options[letterIndex(event.key)];
    if (!option) return;
    event.preventDefault();
    choose(option.id);
  };
  return (
    // The options inside are buttons; their letters work while the focus is anywhere in the card.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={card}
      id={stage === 'open' ? BET_ID : undefined}
      tabIndex={-1}
      className={styles['card']}
      aria-label="Place your bet"
      onKeyDown={onKeyDown}
    >
      <h3 className={styles['question']}>
        <Prose text={bet.question} />
      </h3>
      {answer ? (
        <Answered bet={bet} answer={answer} isShown={stage === 'seen'} />
      ) : (
        <>
          <div className={styles['options']}>
            {bet.options.map(({ id, label }, place) => (
              <Button key={id} aria-keyshortcuts={letterOf(place)} onClick={() => choose(id)}>
                <kbd className={styles['letter']} aria-hidden="true">
                  {letterOf(place)}
                </kbd>
                <span>
                  <Prose text={label} />
                </span>
              </Button>
            ))}
          </div>
          <Button
            tone="quiet"
            size="s"
            onClick={() => {
              flushSync(() => setBets(false));
              goToWhy();
            }}
          >
            Stop asking
          </Button>
        </>
      )}
    </section>
  );
}

const letterOf = (place: number): string => String.fromCharCode(65 + place);
const letterIndex = (key: string): number => (key.length === 1 ? key.toUpperCase().charCodeAt(0) - 65 : -1);

/** What was bet and, once the run has decided it and not before, what it did. One element throughout, so that the focus can stay on it. */
function Answered({
  bet: { options, because },
  answer: { option, truth },
  isShown,
}: {
  readonly bet: Bet;
  readonly answer: BetAnswer;
  readonly isShown: boolean;
}) {
  const labelOf = (sought: string): string => options.find(({ id }) => id === sought)?.label ?? '';
  const isRight = option === truth;
  return (
    <div className={styles['outcome']} data-said tabIndex={-1}>
      {!isShown && (
        <p>
          Your bet:{' '}
          <strong>
            <Prose text={labelOf(option)} />
          </strong>
          . Step on and see.
        </p>
      )}
      {isShown && (
        <>
          <Verdict kind={isRight ? 'valid' : 'wrong'}>{isRight ? 'Your bet was right' : 'It went another way'}</Verdict>
          {!isRight && (
            <p>
              You bet “<Prose text={labelOf(option)} />
              ”. The run did: <Prose text={labelOf(truth)} />.
            </p>
          )}
          <p>
            <Prose text={because} />
          </p>
        </>
      )}
    </div>
  );
}
