import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { keyTarget } from './clock-keys.ts';
import type { TimeScale } from './scale.ts';
import styles from './axis.module.css';

interface AxisProps {
  readonly scale: TimeScale;
  readonly at: number;
  readonly isPreview: boolean;
  readonly present: number;
  /** Moments that the handle stops at when it comes near: ends of what there is. */
  readonly stops: readonly number[];
  /** What the slider says of that second. */
  readonly valueText: string;
  readonly onPreview: (at: number | null) => void;
  readonly onLetGo: (at: number) => void;
}

/** Pixels within which a dragged handle falls into a moment. */
const PULL = 5;

/** The time of both sides, and the handle that takes it in the hand. */
export function Axis({ scale, at, isPreview, present, stops, valueText, onPreview, onLetGo }: AxisProps) {
  const strip = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  /** The second under the pointer while it holds the handle. */
  const held = useRef<number | null>(null);

  const secondUnder = (event: PointerEvent): number => {
    const box = strip.current?.getBoundingClientRect();
    const place = Math.max(0, Math.min(scale.width, event.clientX - (box?.left ?? 0)));
    const near = event.shiftKey ? undefined : stops.find((stop) => Math.abs(scale.place(stop) - place) <= PULL);
    return near ?? scale.secondAt(place);
  };
  const take = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    handle.current?.focus({ preventScroll: true });
    held.current = event.target === handle.current ? at : secondUnder(event);
    onPreview(held.current);
  };
  const drag = (event: PointerEvent): void => {
    if (held.current === null) return;
    held.current = secondUnder(event);
    onPreview(held.current);
  };
  const letGo = (): void => {
    if (held.current === null) return;
    const second = held.current;
    held.current = null;
    onLetGo(second);
  };
  const cancel = (): void => {
    held.current = null;
    onPreview(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && isPreview) cancel();
    else if ((event.key === 'Enter' || event.key === ' ') && isPreview) onLetGo(at);
    else {
      const target = keyTarget(event, { at, present, last: scale.last, stops });
      if (target === null) return;
      onPreview(target === present ? null : target);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={strip}
      className={styles['axis']}
      data-preview={isPreview || undefined}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={cancel}
    >
      {scale.ticks.map((tick) => (
        <span key={tick.at} className={styles['tick']} style={{ insetInlineStart: tick.place }} aria-hidden="true">
          {elapsedText(tick.at)}
        </span>
      ))}
      {scale.breaks.map(({ from, start, end }) => (
        <span
          key={from}
          className={styles['break']}
          style={{ insetInlineStart: (start + end) / 2 }}
          aria-hidden="true"
        />
      ))}
      <div
        ref={handle}
        /* The browser’s own slider knows no axis with breaks. */
        /* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */
        role="slider"
        tabIndex={0}
        aria-label="Clock"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={scale.last}
        aria-valuenow={Math.min(at, scale.last)}
        aria-valuetext={valueText}
        className={styles['handle']}
        style={{ insetInlineStart: handlePlace(scale, at) }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A key’s preview ends with the focus; a pointer lets go by itself.
          if (isPreview && held.current === null) onPreview(null);
        }}
      >
        {elapsedText(at)}
      </div>
    </div>
  );
}

/** Half of what the handle is wide: it never leaves the axis. */
const HALF = 27;

function handlePlace(scale: TimeScale, at: number): number {
  return Math.max(HALF, Math.min(scale.width - HALF, scale.place(at)));
}
