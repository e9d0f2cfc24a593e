import type { Found } from './extract-found.ts';
import { HEADER_START, TAG_LETTERS, isCompactShape, signatureLetters } from './extract-shapes.ts';

/** The beginning of a JSON object in base64url, not in the middle of a word. */
const START = new RegExp(String.raw`(?<![\w-])${HEADER_START}`, 'g');
const RUN = /[\w.~=-]*/y;
/** The end of a line with the blanks, continuation signs and mail's quote marks around it. */
const BREAK = /[ \t]*[\\^]?\r?\n[ \t>]*/y;
/** What follows the letters of a wrapped line: its end, or what encloses the token. Not another word. */
const LINE_END = /[ \t]*[\\^]?(?:\r?\n|$|["'`<>,;)\]}])/y;

/** Finds compact tokens, wrapped ones too, in the midst of other text: prose, logs, code, configuration. */
export function* findInText(text: string): Generator<Found> {
  for (let start = nextStart(text, 0); start >= 0;) {
    const end = tokenEnd(text, start);
    const raw = text.slice(start, end);
    if (isCompactShape(raw.replaceAll(/[\s\\^>]/g, ''))) {
      const { name, isBearer } = contextBefore(text, start);
      yield { raw, start, end, carrier: isBearer ? 'bearer' : 'text', name, repairs: [] };
    }
    start = nextStart(text, Math.max(end, start + 2));
  }
}

function nextStart(text: string, from: number): number {
  START.lastIndex = from;
  return START.exec(text)?.index ?? -1;
}

function runAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where the token that begins here ends, over line breaks as long as parts of it are missing. */
function tokenEnd(text: string, start: number): number {
  const progress = new Progress();
  let at = start;
  for (;;) {
    const run = runAt(RUN, text, at) ?? '';
    progress.add(run);
    at += run.length;
    const lineBreak = runAt(BREAK, text, at);
    if (lineBreak === null || progress.isComplete()) break;
    const next = runAt(RUN, text, at + lineBreak.length) ?? '';
    const isWholeLine = runAt(LINE_END, text, at + lineBreak.length + next.length) !== null;
    const isNewToken = progress.periods >= 2 && next.startsWith('ey');
    if (next === '' || !isWholeLine || isNewToken) break;
    at += lineBreak.length;
  }
  // A full stop behind the token ends the sentence.
  const isSurplus = progress.periods === 3 || progress.periods === 5;
  return isSurplus && text.charAt(at - 1) === '.' ? at - 1 : at;
}

/** How much of a compact token has been seen; each character is looked at once. */
class Progress {
  periods = 0;
  #first = '';
  #last = 0;
  #ends: readonly number[] | null = null;

  add(run: string): void {
    for (let i = 0; i < run.length; i += 1) {
      if (run.charCodeAt(i) === 0x2e) {
        this.periods += 1;
        this.#last = 0;
      } else {
        this.#last += 1;
        if (this.periods === 0 && this.#first.length < 4096) this.#first += run.charAt(i);
      }
    }
  }

  /** All parts are there and the last has a length that it can end with. */
  isComplete(): boolean {
    if (this.periods === 4) return TAG_LETTERS.includes(this.#last);
    if (this.periods !== 2) return this.periods > 4;
    this.#ends ??= signatureLetters(this.#first);
    const longest = Math.max(...this.#ends);
    return this.#ends.includes(this.#last) || this.#last > longest;
  }
}

/** What stands before the token: `Bearer `, `"access_token": "`, `TOKEN=`. */
function contextBefore(text: string, start: number) {
  const before = text.slice(Math.max(0, start - 120), start);
  const name = /([\w.$-]{1,64})["'`\\]*\s{0,4}[:=]\s{0,4}["'`\\]*(?:bearer\s{1,4})?$/i.exec(before)?.[1];
  return { name: name ?? null, isBearer: /\b(?:bearer|dpop)\s{1,4}$/i.test(before) };
}
