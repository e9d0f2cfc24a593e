/** `NumericDate` (RFC 7519 §2): seconds since 1970-01-01T00:00:00Z, fractions allowed, leap seconds ignored. */
export interface NumericDate {
  /** As written in the JSON. */
  readonly literal: string;
  /** Infinite for a literal that no double can hold. */
  readonly seconds: number;
  /** For `new Date(…)`; null if it lies beyond the years that JavaScript can name (±271 821). */
  readonly epochMilliseconds: number | null;
  /** Whether it has a fraction or an exponent. Both are allowed. */
  readonly isPlainInteger: boolean;
  /** What the writer probably counted in, judged by the size alone. */
  readonly probableUnit: TimeUnit;
  /** The same number read in the probable unit; equal to `epochMilliseconds` for seconds. */
  readonly probableEpochMilliseconds: number | null;
}

export type TimeUnit = 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds';

/** The last millisecond that a JavaScript `Date` can hold. */
const LAST_MILLISECOND = 8.64e15;

/**
 * From this size on a number is more likely to count a smaller unit: 10^11 s is the year 5138, 10^11 ms the year 1973. The
 * third number is how many of the unit make a millisecond.
 */
const UNITS: readonly (readonly [TimeUnit, number, number])[] = [
  ['nanoseconds', 1e17, 1e6],
  ['microseconds', 1e14, 1e3],
  ['milliseconds', 1e11, 1],
];
/** Beyond it no unit gives a date of our time. */
const NO_UNIT = 1e20;

/** Before 1980: no token is that old. It is a lifetime taken for a date, or nothing at all. */
const EARLY = 315_532_800;

/** Reads the literal of a JSON number. */
export function readNumericDate(literal: string): NumericDate {
  const seconds = Number(literal);
  const epochMilliseconds = displayable(seconds * 1000);
  const unit = seconds < NO_UNIT ? UNITS.find(([, from]) => seconds >= from) : undefined;
  return {
    literal,
    seconds,
    epochMilliseconds,
    isPlainInteger: /^-?\d+$/.test(literal),
    probableUnit: unit?.[0] ?? 'seconds',
    probableEpochMilliseconds: unit === undefined ? epochMilliseconds : displayable(seconds / unit[2]),
  };
}

/** True for zero, negative numbers and small ones such as 3600. */
export function isImplausiblyEarly({ seconds }: NumericDate): boolean {
  return seconds < EARLY;
}

function displayable(milliseconds: number): number | null {
  return Math.abs(milliseconds) <= LAST_MILLISECOND ? milliseconds : null;
}
