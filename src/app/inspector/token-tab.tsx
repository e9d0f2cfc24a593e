import { TokenAnatomy } from '#anatomy/token-anatomy.tsx';
import { COLUMNS, type Comparison } from '#core/align.ts';
import { Button } from '#kit/button.tsx';
import { Ticket } from '#kit/ticket.tsx';
import type { TokenSide } from '#projections/models.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { useTimeline } from '#timeline/react.ts';
import { openInBench } from '../address.ts';
import { useNames } from '../workbench/use-names.ts';
import styles from './token-tab.module.css';

/** The anatomy of what is in play on either side. */
export function TokenTab({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  const view = tokenView(comparison, cursor);
  return (
    <div className={styles['tab']}>
      {COLUMNS.map((column) => (
        <section key={column} aria-label={`${names[column]}: credential`} className={styles['side']}>
          <h3 className={styles['name']}>{names[column]}</h3>
          <Side side={view[column]} />
        </section>
      ))}
    </div>
  );
}

function Side({ side }: { readonly side: TokenSide }) {
  switch (side.form) {
    case 'none':
      return <p className={styles['note']}>{side.note}</p>;
    case 'ticket':
      return (
        <>
          <Ticket name={side.name} short={side.text.slice(0, 6)} size="md" />
          <p className={styles['text']}>{side.text}</p>
          <p className={styles['note']}>{side.note}</p>
        </>
      );
    case 'pass':
      return (
        <>
          <TokenAnatomy text={side.text} />
          <Button size="s" icon="arrow" onClick={() => openInBench(side.text)}>
            Open {side.name} in the bench
          </Button>
        </>
      );
  }
}
