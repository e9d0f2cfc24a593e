import type { Micros } from '#core/costs.ts';
import type { Clock } from '#core/ports.ts';
import { unixSecond } from '#core/trace.ts';

/** The world's clock, and the one way it moves: forward, when the scheduler says so. */
export interface VirtualClock extends Clock {
  /**
   * @param to microseconds since the world began.
   * @throws RangeError where that is earlier than now, or not a whole number.
   */
  advanceTo(to: Micros): void;
}

/** @param start microseconds since the world began: a fork's clock goes on from its snapshot. */
export function createClock(start: Micros = 0): VirtualClock {
  let micros = start;
  return {
    now: () => unixSecond(micros),
    micros: () => micros,
    advanceTo(to) {
      if (!Number.isSafeInteger(to) || to < micros) throw new RangeError(`the clock stands at ${micros}, not ${to}`);
      micros = to;
    },
  };
}
