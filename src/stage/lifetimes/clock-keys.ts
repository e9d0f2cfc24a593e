/** What a key does to a clock in the hand. */
interface ClockInHand {
  readonly at: number;
  readonly present: number;
  readonly last: number;
  /** Moments worth a stop, in any order. */
  readonly stops: readonly number[];
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

const MINUTE = 60;

/**
 * Left and right: a minute, with shift a second. Up and down: to the next and the previous moment at which something ends. Home: back to the
 * present; End: to the last of those moments. Null for every other key: PageUp and PageDown stay a clicker’s.
 */
export function keyTarget({ key, shiftKey }: Key, { at, present, last, stops }: ClockInHand): number | null {
  const step = shiftKey ? 1 : MINUTE;
  const sorted = [...new Set(stops)].toSorted((a, b) => a - b);
  const within = (second: number): number => Math.max(0, Math.min(last, second));
  switch (key) {
    case 'ArrowRight':
      return within(shiftKey ? at + step : (Math.floor(at / step) + 1) * step);
    case 'ArrowLeft':
      return within(shiftKey ? at - step : (Math.ceil(at / step) - 1) * step);
    case 'ArrowUp':
      return within(sorted.find((stop) => stop > at) ?? at);
    case 'ArrowDown':
      return within(sorted.findLast((stop) => stop < at) ?? 0);
    case 'Home':
      return present;
    case 'End':
      return within(sorted.at(-1) ?? at);
    default:
      return null;
  }
}
