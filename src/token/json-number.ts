/** A number as it is written, and what a parser makes of it. */
export interface NumberReading {
  /** The characters in the JSON. */
  readonly literal: string;
  /** The double that JavaScript and most other parsers read: `Infinity` for `1e400`. */
  readonly value: number;
  /** What those parsers write when they print the value again. */
  readonly reprinted: string;
  /** How the literal fares, the gravest first. */
  readonly fate: NumberFate;
}

/**
 * - `kept`: read and printed again, it is the same text.
 * - `rewritten`: the same number, printed otherwise: `1.0`, `1e3`, `-0`.
 * - `unsafe-integer`: a whole number beyond ±(2^53 − 1), where neighbours fall together (RFC 7493 §2.2).
 * - `imprecise`: digits are lost.
 * - `underflow`, `overflow`: nothing, or infinity, is left of it.
 */
export type NumberFate = 'kept' | 'rewritten' | 'unsafe-integer' | 'imprecise' | 'underflow' | 'overflow';

/** Reads a literal that is a JSON number by its grammar. */
export function readNumber(literal: string): NumberReading {
  const value = Number(literal);
  const reprinted = Object.is(value, -0) ? '0' : String(value);
  return { literal, value, reprinted, fate: fateOf(literal, value, reprinted) };
}

function fateOf(literal: string, value: number, reprinted: string): NumberFate {
  if (literal === reprinted && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return 'kept';
  if (!Number.isFinite(value)) return 'overflow';
  const written = decimal(literal);
  if (value === 0 && written !== '0e0') return 'underflow';
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isInteger(value)) return 'unsafe-integer';
  if (written !== decimal(reprinted)) return 'imprecise';
  return literal === reprinted ? 'kept' : 'rewritten';
}

const PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** One spelling per decimal number: significant digits without zeros around them, and an exponent. `-1.50` → `-15e-1`. */
function decimal(literal: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = PARTS.exec(literal) ?? [];
  const digits = whole + fraction;
  let first = 0;
  while (digits[first] === '0') first += 1;
  let end = digits.length;
  while (end > first && digits[end - 1] === '0') end -= 1;
  if (first === end) return '0e0';
  const power = Number(exponent) - fraction.length + (digits.length - end);
  return `${sign}${digits.slice(first, end)}e${power}`;
}
