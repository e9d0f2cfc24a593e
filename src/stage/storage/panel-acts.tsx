import { Button } from '#kit/button.tsx';
import { closePopoverAround } from '#kit/close-popover.ts';
import { Popover } from '#kit/popover.tsx';
import type { PanelAct } from './storage-props.ts';
import styles from './panel-acts.module.css';

interface PanelActsProps {
  /** `John’s laptop, Session`: to whom it happens. */
  readonly ownerName: string;
  readonly acts: readonly PanelAct[];
  readonly whyNot: string | null;
}

/** What can be made to happen to a browser or a server, at this step. */
export function PanelActs({ ownerName, acts, whyNot }: PanelActsProps) {
  return (
    <Popover trigger="⋯" label={`What can happen here: ${ownerName}`} className={styles['trigger']}>
      <ul className={styles['acts']}>
        {acts.map(({ label, onAct }) => (
          <li key={label}>
            <Button
              size="s"
              aria-disabled={whyNot !== null}
              title={whyNot ?? undefined}
              onClick={(event) => {
                if (whyNot !== null) return;
                closePopoverAround(event.currentTarget);
                onAct();
              }}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{whyNot ?? 'In both systems, at this step: a fork, which undo takes back.'}</p>
    </Popover>
  );
}
