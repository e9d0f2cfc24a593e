import { counted } from './counted.ts';

interface Unit {
  readonly name: string;
  readonly short: string;
  readonly seconds: number;
}

const UNITS: readonly Unit[] = [
  { name: 'day', short: 'd', seconds: 86_400 },
  { name: 'hour', short: 'h', seconds: 3_600 },
  { name: 'minute', short: 'min', seconds: 60 },
  { name: 'second', short: 's', seconds: 1 },
];

/** `55 minutes`, `1 hour 30 minutes`, `7 days`: at most two units, rounded down. */
export function durationText(seconds: number): string {
  const parts = unitsIn(Math.floor(seconds)).slice(0, 2);
  return parts.map(([count, { name }]) => counted(count, name)).join(' ') || '0 seconds';
}

/** Exact and short: `1 h 30 min`, `7 d`, `90 s` as `1 min 30 s`. Whole seconds. */
export function shortDuration(seconds: number): string {
  return (
    unitsIn(seconds)
      .map(([count, { short }]) => `${count} ${short}`)
      .join(' ') || '0 s'
  );
}

/** How many of each unit, the largest first, and only those there are. */
function unitsIn(seconds: number): readonly (readonly [count: number, unit: Unit])[] {
  let rest = seconds;
  return UNITS.flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return count > 0 ? [[count, unit] as const] : [];
  });
}
