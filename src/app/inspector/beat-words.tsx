import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import type { Beat } from '#lessons/lesson.ts';
import type { PlacedBeat } from '#timeline/beats.ts';
import { openBet } from '#timeline/bets.ts';
import { useTimeline } from '#timeline/react.ts';
import { appStore } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { useNames } from '../workbench/use-names.ts';
import { sideTexts } from './side-texts.ts';
import { Words } from './words.tsx';
import styles from './why.module.css';

interface BeatWordsProps {
  readonly placed: PlacedBeat;
  readonly comparison: Comparison;
  /** The current row, from 0 on. */
  readonly index: number;
  /** That row in the run's words. */
  readonly row: ReactNode;
}

/** A beat: its words, what happens at its later rows, what is true of each side, a common claim, and for whoever teaches, the notes. */
export function BeatWords({ placed, comparison, index, row }: BeatWordsProps) {
  const names = useNames();
  const hasNotes = useApp((state) => state.notes);
  const { beat } = placed;
  const isTold = index >= placed.told;
  const sides = isTold ? sideTexts(beat, comparison, names) : [];
  return (
    <>
      <Words title={beat.title} text={beat.text} />
      {index > placed.index && !(index === placed.told && sides.length > 0) && row}
      {sides.map(({ name, scheme, text }) => (
        <p key={name} className={styles['side']} data-credential={SCHEME_TEXTS[scheme].credential}>
          <strong>{name}.</strong> <Prose text={text} />
        </p>
      ))}
      {isTold && beat.claim && <Claim claim={beat.claim} />}
      <div className={styles['notes']}>
        <Button
          tone="quiet"
          size="s"
          aria-pressed={hasNotes}
          onClick={({ currentTarget }) => {
            flushSync(() => appStore.setState({ notes: !hasNotes }));
            // What was asked for may be under the edge.
            currentTarget.parentElement?.scrollIntoView({ block: 'nearest' });
          }}
        >
          Speaker notes
        </Button>
        {hasNotes && (
          <p>
            <Prose text={beat.notes} />
          </p>
        )}
      </div>
    </>
  );
}

/** Folded while a bet waits: what is true might answer it. */
function Claim({ claim }: { readonly claim: NonNullable<Beat['claim']> }) {
  const isAsking = useTimeline((state) => openBet(state) !== null);
  const words = (
    <dl className={styles['claim']}>
      <dt>Often said</dt>
      <dd>
        <Prose text={claim.said} />
      </dd>
      <dt>What is true</dt>
      <dd>
        <Prose text={claim.truth} /> <cite className={styles['source']}>{claim.source}</cite>
      </dd>
    </dl>
  );
  if (!isAsking) return words;
  return (
    <details className={styles['folded']}>
      <summary>Often said, and what is true</summary>
      {words}
    </details>
  );
}
