import { Prose } from '#kit/prose.tsx';
import { BetCards } from './bet-card.tsx';
import { WHY_ID } from './focus-places.ts';
import styles from './why.module.css';

/** A title, the bets of this step directly under it, and a paragraph. */
export function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h2 id={WHY_ID} tabIndex={-1} className={styles['title']}>
        <Prose text={title} />
      </h2>
      <BetCards />
      <p>
        <Prose text={text} />
      </p>
    </>
  );
}
