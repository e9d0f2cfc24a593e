import { isLocalUtc, showDate, spanWords } from '#anatomy/dates.ts';
import type { RegisteredClaim } from '#token/claims.ts';
import type { Reading } from '../reading/reading.ts';
import { timeScale } from './time-scale.ts';
import { useNow } from './wall-clock.ts';
import styles from './time-bar.module.css';

/** The life of a token on a line: made, in force, over, and where now is. */
export function TimeBar({ reading }: { readonly reading: Reading }) {
  const now = useNow();
  const { claims } = reading.claims;
  const scale = timeScale({
    iat: secondsOf(claims, 'iat'),
    nbf: secondsOf(claims, 'nbf'),
    exp: secondsOf(claims, 'exp'),
    now,
  });
  if (scale === null) return null;
  const { marks, force, at } = scale;
  return (
    <figure className={styles['bar']}>
      <div className={styles['track']} aria-hidden="true">
        <span
          className={styles['force']}
          style={{ insetInlineStart: `${force.from * 100}%`, insetInlineEnd: `${(1 - force.to) * 100}%` }}
          data-endless={force.isEndless || undefined}
        />
        {marks.map(({ name, place }) => (
          <span key={name} className={styles['mark']} style={{ insetInlineStart: `${place * 100}%` }} />
        ))}
        <span className={styles['now']} style={{ insetInlineStart: `${at * 100}%` }}>
          <span>now</span>
        </span>
      </div>
      <figcaption className={styles['words']}>
        {marks.map(({ name, seconds }) => (
          <span key={name}>
            <b>{name}</b>{' '}
            {`${dateWords(seconds)}, ${seconds <= now ? `${spanWords(now - seconds)} ago` : `in ${spanWords(seconds - now)}`}`}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function secondsOf(claims: readonly RegisteredClaim[], name: string): number | null {
  const value = claims.find((claim) => claim.name === name)?.value;
  // A date in another unit would stretch the line over ages: its two readings stand beside it, in its own row.
  return value?.kind === 'date' && value.date.epochMilliseconds !== null && value.date.probableUnit === 'seconds'
    ? value.date.seconds
    : null;
}

function dateWords(seconds: number): string {
  const date = showDate(seconds * 1000);
  if (date === null) return 'beyond any calendar';
  return isLocalUtc() ? `${date.utc} UTC` : date.local;
}
