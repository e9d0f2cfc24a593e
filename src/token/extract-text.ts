import { CompactProgress } from './compact-progress.ts';
import type { Found } from './extract-found.ts';
import { repair, type Repair } from './extract-repairs.ts';
import { HEADER_START, isCompactShape } from './extract-shapes.ts';

/** The beginning of a header, not in the middle of a word. */
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
    const { raw, repairs } = withoutLineMarks(text.slice(start, end), start);
    if (isCompactShape(raw.replaceAll(/\s/g, ''))) {
      const { name, isBearer } = contextBefore(text, start);
      yield { raw, start, end, carrier: isBearer ? 'bearer' : 'text', name, repairs };
    }
    start = nextStart(text, Math.max(end, start + 2));
  }
}

function nextStart(text: string, from: number): number {
  START.lastIndex = from;
  return START.exec(text)?.index ?? -1;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where the token that begins here ends, over line breaks as long as parts of it are missing. */
function tokenEnd(text: string, start: number): number {
  const progress = new CompactProgress();
  let at = start;
  for (;;) {
    const run = matchAt(RUN, text, at) ?? '';
    progress.add(run);
    at += run.length;
    const lineBreak = matchAt(BREAK, text, at);
    if (lineBreak === null || progress.isComplete()) break;
    const next = matchAt(RUN, text, at + lineBreak.length) ?? '';
    const isWholeLine = matchAt(LINE_END, text, at + lineBreak.length + next.length) !== null;
    const isNewToken = progress.periods >= 2 && next.startsWith('ey');
    if (next === '' || !isWholeLine || isNewToken) break;
    at += lineBreak.length;
  }
  // A full stop behind the token ends the sentence.
  const isSurplus = progress.periods === 3 || progress.periods === 5;
  return isSurplus && text.charAt(at - 1) === '.' ? at - 1 : at;
}

/** What ends a continued command's line, or a line of quoted-printable mail, or begins a line of quoted mail. */
const LINE_MARK = /[\\^](?=\r?\n)|=(?=\r?\n[\w-])|(?<=\n[ \t]*)>[ \t>]*/g;

/** Takes away what stands at the ends and beginnings of a wrapped token's lines. */
function withoutLineMarks(text: string, offset: number): { raw: string; repairs: Repair[] } {
  const raw = text.replaceAll(LINE_MARK, '');
  const count = text.length - raw.length;
  if (count === 0) return { raw, repairs: [] };
  const first = text.search(LINE_MARK);
  return { raw, repairs: [repair('line-marks', offset + first, count, text.charAt(first))] };
}

/** What stands before the token: `Bearer `, `"access_token": "`, `TOKEN=`. */
function contextBefore(text: string, start: number) {
  const before = text.slice(Math.max(0, start - 120), start);
  const label = /([\w.$-]{1,64})["'`\\]*\s{0,4}[:=]\s{0,4}["'`\\]*(?:bearer\s{1,4})?$/i.exec(before)?.[1];
  return { name: label ?? null, isBearer: /\b(?:bearer|dpop)\s{1,4}$/i.test(before) };
}
