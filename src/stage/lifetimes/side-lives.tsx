import { DEVICE_NAMES } from '#core/actors.ts';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { Icon, type IconName } from '#kit/icon.tsx';
import { OUTLOOK_WORDS } from '#projections/lifetimes/lifetime-words.ts';
import type { SideLifetimes } from '#projections/lifetimes/lifetimes.ts';
import type { DeviceOutlook, Outlook } from '#projections/lifetimes/outlook.ts';
import { LifeRow } from './life-row.tsx';
import type { TimeScale } from './scale.ts';
import styles from './lifetimes.module.css';

interface SideLivesProps {
  readonly side: SideLifetimes;
  readonly name: string;
  readonly scale: TimeScale;
  readonly at: number;
  readonly isPreview: boolean;
  readonly outlooks: readonly DeviceOutlook[];
  readonly column: Column;
  readonly onExplain: (event: EventId, column: Column) => void;
}

/** The lives of one system’s credentials, and whether its browsers are still in. */
export function SideLives({ side, name, scale, at, isPreview, outlooks, column, onExplain }: SideLivesProps) {
  const { lifetimes, toCome, scheme, now, refreshesAhead } = side;
  const isDeviceSaid = new Set(lifetimes.map(({ device }) => device)).size > 1;
  const empty = Array.from({ length: toCome }, (_, index) => index);
  return (
    <section aria-label={`Lifetimes, ${name}`} className={styles['side']}>
      <div className={styles['system']}>
        <h3 className={styles['systemName']}>{name}</h3>
        <Outlooks outlooks={outlooks} />
      </div>
      <div className={styles['lives']}>
        <div className={styles['lines']} aria-hidden="true">
          <span
            className={styles['now']}
            data-preview={isPreview || undefined}
            style={{ insetInlineStart: scale.place(at) }}
          />
        </div>
        {lifetimes.length > 0 && (
          <ul>
            {lifetimes.map((lifetime) => (
              <LifeRow
                key={`${lifetime.key} ${lifetime.event}`}
                lifetime={lifetime}
                scheme={scheme}
                scale={scale}
                now={now}
                at={at}
                refreshesAhead={refreshesAhead}
                isDeviceSaid={isDeviceSaid}
                column={column}
                onExplain={onExplain}
              />
            ))}
          </ul>
        )}
        {empty.map((index) => (
          <div key={index} className={styles['row']} data-empty="">
            <span className={styles['notYet']}>
              {index === 0 && lifetimes.length === 0 ? 'nothing given out yet' : ''}
            </span>
          </div>
        ))}
        {toCome === 0 && lifetimes.length === 0 && (
          <div className={styles['row']} data-empty="">
            <span className={styles['notYet']}>nothing is given out in this run</span>
          </div>
        )}
      </div>
    </section>
  );
}

const OUTLOOK_ICONS: Readonly<Record<Outlook, IconName>> = {
  in: 'check',
  refresh: 'check',
  out: 'cross',
  nobody: 'person',
};

/** What the next request would come to: the point of all the lines. */
function Outlooks({ outlooks }: { readonly outlooks: readonly DeviceOutlook[] }) {
  if (outlooks.length === 0) return null;
  return (
    <ul className={styles['outlooks']}>
      {outlooks.map(({ device, outlook }) => (
        <li key={device} className={styles['outlook']} data-outlook={outlook}>
          <span className={styles['who']} data-alone={outlooks.length === 1 || undefined}>
            {outlooks.length > 1 ? DEVICE_NAMES[device] : 'Next request: '}
          </span>
          <span className={styles['said']}>
            <Icon name={OUTLOOK_ICONS[outlook]} /> {OUTLOOK_WORDS[outlook]}
          </span>
        </li>
      ))}
    </ul>
  );
}
