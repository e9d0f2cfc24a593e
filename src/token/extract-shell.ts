import type { Source } from './extract-found.ts';
import { repair } from './extract-repairs.ts';

/** Arguments beyond this many are not read. */
const ARGUMENTS = 500;

/**
 * Cuts a command line into its arguments as a shell would: quotes, `$'…'`, backslashes, lines continued with `\`, `^` (Windows) or a
 * backtick (PowerShell). No variable or command is expanded.
 */
export function shellArguments(text: string): readonly Source[] {
  const words: Source[] = [];
  for (let at = 0; at < text.length && words.length < ARGUMENTS;) {
    at = skipBlanks(text, at);
    if (at >= text.length) break;
    const word = new Word(text, at);
    at = word.read();
    words.push(word.source());
  }
  return words;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    const character = text.charAt(at);
    const isContinuation =
      (character === '\\' || character === '^' || character === '`') && /^\r?\n/.test(text.slice(at + 1, at + 3));
    if (character !== '' && /\s/.test(character)) at += 1;
    else if (isContinuation) at += 2;
    else return at;
  }
}

/** One argument: its text without the quoting, and where each character of it was. */
class Word {
  readonly #text: string;
  readonly #start: number;
  readonly #pieces: string[] = [];
  readonly #places: number[] = [];
  #at: number;
  #quoting = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
  }

  /** Reads to the blank behind the argument and returns its place. */
  read(): number {
    for (;;) {
      const character = this.#text.charAt(this.#at);
      const next = this.#text.charAt(this.#at + 1);
      if (character === '' || /\s/.test(character)) return this.#at;
      if (character === "'") this.#quoted("'", false);
      else if (character === '"') this.#quoted('"', true);
      else if (character === '$' && next === "'") {
        this.#at += 1;
        this.#quoted("'", true);
      } else if (character === '^' && next !== '') this.#caret();
      else if (character === '\\' && next !== '') this.#escaped();
      else this.#keep();
    }
  }

  source(): Source {
    const places = this.#places;
    const end = this.#at;
    const repairs =
      this.#quoting === 0 ? [] : [repair('shell-quoting', this.#start, this.#quoting, this.#text.charAt(this.#start))];
    return { text: this.#pieces.join(''), at: (i) => places[i] ?? end, repairs };
  }

  #keep(): void {
    this.#pieces.push(this.#text.charAt(this.#at));
    this.#places.push(this.#at);
    this.#at += 1;
  }

  /** Windows: the caret protects the next character from the shell, not from the program, so that `^"` still quotes. */
  #caret(): void {
    if (/^\r?\n/.test(this.#text.slice(this.#at + 1, this.#at + 3))) this.#escaped();
    else {
      this.#at += 1;
      this.#quoting += 1;
    }
  }

  /** A backslash: the next character counts as it is, and a line break not at all. */
  #escaped(): void {
    this.#at += 1;
    this.#quoting += 1;
    if (this.#text.startsWith('\r\n', this.#at)) this.#at += 2;
    else if (this.#text.charAt(this.#at) === '\n') this.#at += 1;
    else this.#keep();
  }

  #quoted(quote: string, hasEscapes: boolean): void {
    this.#at += 1;
    this.#quoting += 1;
    for (;;) {
      const character = this.#text.charAt(this.#at);
      if (character === '') return;
      if (character === quote) {
        this.#at += 1;
        this.#quoting += 1;
        return;
      }
      if (character === '^' && this.#text.charAt(this.#at + 1) === quote) this.#caret();
      else if (hasEscapes && character === '\\' && this.#text.charAt(this.#at + 1) !== '') {
        this.#escaped();
      } else this.#keep();
    }
  }
}
