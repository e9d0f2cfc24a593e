import { bis } from './ruling.ts';

export const DATE_CITE = bis('5.1.1');

/**
 * What a token of a date may be; each is found once, by the first token that
 * fits.
 */
interface Found {
  time: readonly [hour: number, minute: number, second: number] | null;
  day: number | null;
  month: number | null;
  year: number | null;
}

const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E */
const DELIMITERS = /[\t\u0020-\u002f;-@[-`{-~]+/;

/**
 * Reads the date of an Expires attribute: Unix seconds, or null where it is
 * none (RFC 6265bis §5.1.1). Forgiving on purpose: order, weekday, punctuation
 * and time zone do not matter, everything is taken as UTC.
 */
export function parseCookieDate(text: string): number | null {
  const found: Found = { time: null, day: null, month: null, year: null };
  for (const token of text.split(DELIMITERS)) place(token, found);
  const { time, day, month } = found;
  const year = found.year === null ? null : fullYear(found.year);

  // All four must have been found.
  if (time === null || day === null || month === null || year === null)
    return null;
  const [hour, minute, second] = time;
  // No such day of a month, a year before 1601 (the oldest some systems can
  // write down), or no such time of day.
  if (
    day < 1 ||
    day > 31 ||
    year < 1601 ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return null;

  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, second);
  // 30 February would silently become 2 March: no such date.
  return date.getUTCDate() === day ? date.getTime() / 1000 : null;
}

/**
 * Each token is tried as a time, a day, a month, a year, in this order,
 * skipping what is found already.
 */
function place(token: string, found: Found): void {
  // One or two digits each for hour, minute and second, then anything that is
  // not a digit.
  const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token);
  if (found.time === null && time) {
    found.time = [Number(time[1]), Number(time[2]), Number(time[3])];
    return;
  }
  const day = /^(\d{1,2})(?:\D|$)/.exec(token);
  if (found.day === null && day) {
    found.day = Number(day[1]);
    return;
  }
  // The first three letters decide: "Sept" and "September" are September.
  const month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
  if (found.month === null && month >= 0) {
    found.month = month;
    return;
  }
  const year = /^(\d{2,4})(?:\D|$)/.exec(token);
  if (found.year === null && year) found.year = Number(year[1]);
}

/** 70 to 99 are years of the last century, 0 to 69 of this one. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
