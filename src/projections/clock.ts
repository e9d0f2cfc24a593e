import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import { unixSecond } from '#core/trace.ts';
import { eventsDone } from './cursor.ts';
import type { ClockView } from './models.ts';

const DAY = 86_400;
/** A column may hold any number; dates end here (ECMAScript, "Time Values and Time Range"). */
const LAST_SECOND = 8_640_000_000_000;
const FIRST_DAY = Math.floor(unixSecond(0) / DAY);

/** The virtual time at `k`: both sides start together, the later one counts. */
export function clockView(comparison: Comparison, k: number): ClockView {
  const micros = Math.max(...COLUMNS.map((column) => columnMicros(comparison, column, k)));
  const unix = unixSecond(micros);
  const millis = Math.floor((micros % MICROS_PER_SECOND) / 1000);
  return { micros, unix, text: `${clockText(unix)}.${String(millis).padStart(3, '0')}` };
}

/** Virtual microseconds at which that side's last event ended. Events are recorded in the order in which they end. */
export function columnMicros(comparison: Comparison, column: Column, k: number): number {
  const last = comparison[column].events[eventsDone(comparison, column, k) - 1];
  if (!last) return 0;
  return last.kind === 'clock' ? Math.max(last.to, last.t + last.cost) : last.t + last.cost;
}

/** A Unix second as the virtual clock shows it: `09:00:04`, on a later day `+7 d 09:00:00`. */
export function clockText(unix: number): string {
  if (Math.abs(unix) > LAST_SECOND) return unix > 0 ? 'the end of time' : 'before all time';
  const days = Math.floor(unix / DAY) - FIRST_DAY;
  // From the end: a year may have more than four digits.
  const time = new Date(unix * 1000).toISOString().slice(-13, -5);
  return days === 0 ? time : `${days > 0 ? '+' : '−'}${Math.abs(days)} d ${time}`;
}
