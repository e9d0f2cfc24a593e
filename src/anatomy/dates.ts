import { numberText } from '#kit/number-text.ts';
import type { NumericDate } from '#token/numeric-date.ts';

/** A date of a claim as it is read out: in the reader's own time zone and in UTC. */
export interface ShownDate {
  readonly local: string;
  readonly utc: string;
}

const FORMAT = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;

const LOCAL = new Intl.DateTimeFormat('en-GB', FORMAT);
const UTC = new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone: 'UTC' });

/** Null for what no calendar can name. */
export function showDate(epochMilliseconds: number | null): ShownDate | null {
  if (epochMilliseconds === null || !Number.isFinite(epochMilliseconds)) return null;
  const date = new Date(epochMilliseconds);
  return Number.isNaN(date.getTime()) ? null : { local: LOCAL.format(date), utc: UTC.format(date) };
}

/** True where the reader's clock is set to UTC, so that one line says both. */
export function isLocalUtc(): boolean {
  return ['UTC', 'Etc/UTC', 'GMT'].includes(LOCAL.resolvedOptions().timeZone);
}

/** What a `NumericDate` says, line by line: one reading, or two where it probably counts milliseconds. */
export function dateLines(date: NumericDate): readonly string[] {
  const asSeconds = showDate(date.epochMilliseconds);
  if (date.probableUnit === 'seconds') return [asSeconds ? both(asSeconds) : BEYOND];
  const probable = showDate(date.probableEpochMilliseconds);
  const stated = asSeconds ? `year ${new Date(date.epochMilliseconds ?? 0).getUTCFullYear()}` : 'beyond the calendar';
  return [
    ...(probable ? [`probably ${date.probableUnit}: ${both(probable)}`] : []),
    `as seconds, which the standard says: ${stated}`,
  ];
}

const BEYOND = 'beyond any calendar';

function both({ local, utc }: ShownDate): string {
  return isLocalUtc() ? `${utc} UTC, which is your time zone` : `${local} your time, ${utc} UTC`;
}

/** Name, short name, seconds. */
const UNITS: readonly (readonly [string, string, number])[] = [
  ['year', 'y', 31_557_600],
  ['month', 'mo', 2_629_800],
  ['day', 'd', 86_400],
  ['hour', 'h', 3600],
  ['minute', 'min', 60],
  ['second', 's', 1],
];

/** A span of seconds in its two largest units: `2 years 8 months`, `59 minutes 12 seconds`, `0 seconds`. */
export function spanWords(seconds: number): string {
  const parts = partsOf(seconds).map(({ count, name }) => `${numberText(count)} ${name}${count === 1 ? '' : 's'}`);
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

/** The same, short: `2 y 8 mo`, `59 min 12 s`. */
export function spanShort(seconds: number): string {
  const parts = partsOf(seconds).map(({ count, short }) => `${numberText(count)} ${short}`);
  return parts.length === 0 ? '0 s' : parts.join(' ');
}

function partsOf(seconds: number) {
  const parts: { readonly count: number; readonly name: string; readonly short: string }[] = [];
  let rest = Math.floor(Math.abs(seconds));
  const first = UNITS.findIndex(([, , size]) => rest >= size);
  if (first < 0) return parts;
  for (const [name, short, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push({ count, name, short });
  }
  return parts;
}
