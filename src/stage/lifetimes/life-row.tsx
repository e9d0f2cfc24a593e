import { DEVICE_NAMES } from '#core/actors.ts';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { SchemeId } from '#core/schemes.ts';
import { Icon } from '#kit/icon.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { lifeSentence, standingWords } from '#projections/lifetimes/lifetime-words.ts';
import { type Lifetime, standingAt } from '#projections/lifetimes/lifetimes.ts';
import { LifeLine } from './life-line.tsx';
import type { TimeScale } from './scale.ts';
import styles from './lifetimes.module.css';

interface LifeRowProps {
  readonly lifetime: Lifetime;
  readonly scheme: SchemeId;
  readonly scale: TimeScale;
  readonly now: number;
  /** The second whose verdict stands beside it. */
  readonly at: number;
  readonly refreshesAhead: boolean;
  /** Said where several devices have credentials. */
  readonly isDeviceSaid: boolean;
  readonly column: Column;
  readonly onExplain: (event: EventId, column: Column) => void;
}

/** What it is, its line, and how it stands in that second. */
export function LifeRow(props: LifeRowProps) {
  const { lifetime, scheme, scale, now, at, refreshesAhead, isDeviceSaid, column, onExplain } = props;
  const explain = (chosen: EventId): void => onExplain(chosen, column);
  const { form, name, short, device, event } = lifetime;
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <span className={styles['icon']} data-form={form}>
          <Icon name={formIcon(lifetime, scheme)} />
        </span>
        <span className={styles['names']}>
          <button type="button" className={styles['name']} onClick={() => explain(event)}>
            {name}
          </button>
          {isDeviceSaid && device ? (
            <span className={styles['short']}>{DEVICE_NAMES[device]}</span>
          ) : (
            <span className={styles['short']} data-id="">
              {short}
            </span>
          )}
        </span>
        <VisuallyHidden>{lifeSentence(lifetime, scheme)}</VisuallyHidden>
      </div>
      <div className={styles['plot']}>
        <LifeLine lifetime={lifetime} scale={scale} now={now} refreshesAhead={refreshesAhead} onExplain={explain} />
      </div>
      <StandingCell lifetime={lifetime} at={at} />
    </li>
  );
}

/** A number that only a table gives a meaning is a ticket, what is signed is a pass. */
function formIcon({ form }: Lifetime, scheme: SchemeId): 'ticket' | 'pass' {
  return form === 'session-id' || (form === 'refresh-token' && scheme === 'hybrid') ? 'ticket' : 'pass';
}

function StandingCell({ lifetime, at }: { readonly lifetime: Lifetime; readonly at: number }) {
  const standing = standingAt(lifetime, at);
  const { word, more } = standingWords(standing, at);
  return (
    <div className={styles['standing']}>
      {standing.is === 'future' ? (
        <span className={styles['future']}>{word}</span>
      ) : (
        <Verdict kind={standing.is === 'valid' ? 'valid' : 'wrong'}>{word}</Verdict>
      )}
      <span className={styles['more']}>{more}</span>
    </div>
  );
}
