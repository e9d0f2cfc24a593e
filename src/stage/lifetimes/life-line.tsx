import type { EventId } from '#core/events.ts';
import type { CredentialUse } from '#projections/lifetimes/credential-state.ts';
import type { CredentialEnd } from '#projections/lifetimes/credential-ends.ts';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { END_LABELS } from '#projections/lifetimes/lifetime-words.ts';
import type { Lifetime } from '#projections/lifetimes/lifetimes.ts';
import { REASON_WORDS } from '#projections/wording/reason-words.ts';
import { Icon } from '#kit/icon.tsx';
import { placeLabels } from './line-labels.ts';
import type { TimeScale } from './scale.ts';
import styles from './life-line.module.css';

interface LifeLineProps {
  readonly lifetime: Lifetime;
  readonly scale: TimeScale;
  /** The second up to which things have happened. */
  readonly now: number;
  /** Whether the client really refreshes ahead. */
  readonly refreshesAhead: boolean;
  readonly onExplain: (event: EventId) => void;
}

/**
 * One life on the axis: what has been is filled, what is planned is hatched, what would come later is a dotted line. Ends that time brings
 * are bars, ends that somebody made are squares; a use is a round mark, a refused one a cross.
 */
export function LifeLine({ lifetime, scale, now, refreshesAhead, onExplain }: LifeLineProps) {
  const { issued, ends, windows, uses, ahead, form } = lifetime;
  const [end] = ends;
  const last = ends.at(-1);
  const over = end?.at ?? scale.last;
  const between = (from: number, to: number) => ({
    insetInlineStart: scale.place(from),
    inlineSize: Math.max(0, scale.place(to) - scale.place(from)),
  });
  return (
    <>
      <div
        className={styles['lived']}
        data-form={form}
        style={between(issued, Math.max(issued, Math.min(now, over)))}
      />
      {over > now && (
        <div className={styles['planned']} data-form={form} style={between(Math.max(now, issued), over)} />
      )}
      {last && last.at > over && <div className={styles['beyond']} style={between(over, last.at)} />}
      {windows.map(({ from, to }, index) => (
        <div
          key={from}
          className={styles['window']}
          data-over={index < windows.length - 1 || undefined}
          style={between(from, to)}
        />
      ))}
      {ends.map(({ at, reason }, index) => (
        <span
          key={reason}
          className={styles['end']}
          data-first={index === 0 || undefined}
          data-made={isMade(reason) || undefined}
          data-planned={at > now || undefined}
          title={`${END_LABELS[reason]} ${elapsedText(at)}`}
          style={{ insetInlineStart: scale.place(at) }}
        />
      ))}
      {ahead !== null && ahead < over && (
        <span
          className={styles['ahead']}
          data-off={refreshesAhead ? undefined : true}
          title={`refresh ahead ${elapsedText(ahead)}${refreshesAhead ? '' : ' (off)'}`}
          style={{ insetInlineStart: scale.place(ahead) }}
        />
      )}
      {cutsOf(lifetime, scale).map(({ from, start, end: stop }) => (
        <span key={from} className={styles['break']} style={{ insetInlineStart: (start + stop) / 2 }} />
      ))}
      {placeLabels(labelsOf(lifetime, scale, refreshesAhead), scale.width).map(({ key, text, start }) => (
        <span key={key} className={styles['label']} aria-hidden="true" style={{ insetInlineStart: start }}>
          {text}
        </span>
      ))}
      {uses.map(({ at, accepted, event }) => (
        <span
          key={event}
          className={styles['use']}
          data-accepted={accepted || undefined}
          aria-hidden="true"
          style={{ insetInlineStart: scale.place(at) }}
        >
          <Icon name={accepted ? 'check' : 'cross'} />
        </span>
      ))}
      {targetsOf(uses, scale).map(({ start, stop, said, event }) => (
        <button
          key={event}
          type="button"
          className={styles['target']}
          aria-label={said}
          title={said}
          style={{ insetInlineStart: start - HALF_TARGET, inlineSize: stop - start + 2 * HALF_TARGET }}
          onClick={() => onExplain(event)}
        />
      ))}
    </>
  );
}

/** Pixels: a target is as wide as two of them, at least. */
const HALF_TARGET = 12;

/** What can be pressed: marks that stand closer than a target is wide are one, which leads to the last of them. */
function targetsOf(uses: readonly CredentialUse[], scale: TimeScale) {
  const targets: { start: number; stop: number; said: string; event: EventId }[] = [];
  for (const { at, accepted, reason, event } of uses) {
    const place = scale.place(at);
    const said = `Shown at ${elapsedText(at)}: ${accepted ? 'accepted' : REASON_WORDS[reason]}`;
    const before = targets.at(-1);
    if (before && place - before.stop < 2 * HALF_TARGET) {
      targets[targets.length - 1] = { ...before, stop: place, said: `${before.said}. ${said}`, event };
    } else {
      targets.push({ start: place, stop: place, said, event });
    }
  }
  return targets;
}

/** Where the axis is broken and a line goes on. */
function cutsOf({ issued, ends, windows }: Lifetime, { breaks, last }: TimeScale): TimeScale['breaks'] {
  const end = Math.max(ends.at(-1)?.at ?? last, windows.at(-1)?.to ?? 0);
  return breaks.filter(({ from, to }) => issued <= from && end >= to);
}

/** Ends that nobody planned: somebody did something. */
function isMade(reason: CredentialEnd['reason']): boolean {
  return reason !== 'idle' && reason !== 'absolute' && reason !== 'expired';
}

/** The first end before everything else; of the others what has room. */
function labelsOf({ ends, ahead }: Lifetime, scale: TimeScale, refreshesAhead: boolean) {
  const [first] = ends;
  const marks = ends.map(({ at, reason }) => ({ key: reason, at, text: `${END_LABELS[reason]} ${elapsedText(at)}` }));
  const early =
    ahead !== null && refreshesAhead && first && ahead < first.at
      ? [{ key: 'ahead', at: ahead, text: `refresh ahead ${elapsedText(ahead)}` }]
      : [];
  return [...marks, ...early].map(({ key, at, text }) => ({ key, text, place: scale.place(at) }));
}
