import { numberText } from '#kit/number-text.ts';
import type { GuessReport } from './guesser.ts';

const DAY = 86_400;

/** What a rate of guesses means, by arithmetic alone. */
export function rateWords(perSecond: number): string {
  const aDay = perSecond * DAY;
  const letters = Math.floor(Math.log(aDay) / Math.log(26));
  return `${about(perSecond)} guesses a second in this page. In a day that is every word of ${letters} small letters; a graphics card is far faster. A random secret of 256 bits stays out of reach of all of them.`;
}

/** How a search ended, or null while it goes on. */
export function outcomeWords({ found, isDone, tried, total }: GuessReport): string | null {
  if (found !== null) return `Found after ${about(tried)} of ${about(total)} guesses.`;
  return isDone ? `Not among ${about(total)} guesses. That says it is not in this list, and no more.` : null;
}

/** Two digits are enough: `41 000`. */
function about(count: number): string {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  const rounded = count < 10_000 ? Math.round(count) : Math.round(count / size) * size;
  return numberText(rounded);
}
