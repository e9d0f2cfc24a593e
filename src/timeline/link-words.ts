import { DEVICES } from '#core/actors.ts';
import type { Place } from '#core/intents.ts';

/** What is not there. A name and a number are never this; a text may be. */
export const NOTHING = '_';
const NO_TEXT = '~';
const NAME = /^[A-Za-z0-9-]{1,64}$/;

/**
 * Any text as one word of the characters that survive where links are pasted: `DELETE_FROM_users` for a statement, `~2E` for what would part
 * words. Halves of surrogate pairs are replaced.
 */
export function writeText(text: string | null): string {
  if (text === null) return NO_TEXT;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[_.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '_')
    .replaceAll('%', '~');
}

/** The inverse. Null for what `writeText` never writes, and for what is longer than the limit. */
function readText(word: string | undefined, limit: number): string | null {
  if (word === undefined || word.length > limit * 9) return null;
  try {
    const text = decodeURIComponent(word.replaceAll('%', '.').replaceAll('~', '%').replaceAll('_', '%20'));
    return text.length <= limit && writeText(text) === word ? text : null;
  } catch {
    return null;
  }
}

/** The words of one edit, read from the front. */
export class Words {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isEmpty(): boolean {
    return this.#at === this.#words.length;
  }

  next(): string | undefined {
    this.#at += 1;
    return this.#words[this.#at - 1];
  }

  name(): string | null {
    const word = this.next() ?? '';
    return NAME.test(word) ? word : null;
  }

  /** Undefined when it is neither. */
  nameOrNothing(): string | null | undefined {
    const word = this.next() ?? '';
    if (word === NOTHING) return null;
    return NAME.test(word) ? word : undefined;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice | null {
    const word = this.next();
    return choices.find((choice) => choice === word) ?? null;
  }

  place(): Place | null {
    const [name, tab] = /^(.*?)(-2)?$/s.exec(this.next() ?? '')?.slice(1) ?? [];
    const device = DEVICES.find((id) => id === name);
    if (!device) return null;
    return tab === undefined ? { device } : { device, tab: 2 };
  }

  /** Null when it is none, undefined for something else. */
  textOrNothing(limit: number): string | null | undefined {
    const word = this.next();
    return word === NO_TEXT ? null : (readText(word, limit) ?? undefined);
  }

  text(limit: number): string | null {
    return readText(this.next(), limit);
  }

  number(max: number): number | null {
    const word = this.next() ?? '';
    return /^(0|[1-9]\d{0,9})$/.test(word) && Number(word) <= max ? Number(word) : null;
  }
}
