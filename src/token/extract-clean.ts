import { CompactProgress } from './compact-progress.ts';
import { BLANKS, reportBlanks, trimBlanks, type Stretch } from './extract-blanks.ts';
import { repair, type Repair } from './extract-repairs.ts';
import { isCompactShape, isTokenText } from './extract-shapes.ts';

/** A text with what had to be removed from it. */
export interface Cleaned {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Quotes in quotes in brackets: nobody wraps deeper. */
const LAYERS = 8;

/**
 * Takes quotes, a scheme, spaces and invisible characters off a stretch of the pasted text and out of it. Prose and documents stay
 * what they are, only trimmed: the rest happens where a single word results.
 */
export function cleanToken(raw: string, offset: number): Cleaned {
  const blanks: Repair[] = [];
  const trimmed = trimBlanks({ text: raw, offset }, blanks);
  const repairs = [...blanks];
  let stretch = trimmed;
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const outer = stretch;
    stretch = stripQuotes(stretch, repairs);
    stretch = trimBlanks(stripPunctuation(stretch, repairs), repairs);
    stretch = stripScheme(stretch, repairs);
    if (stretch.text === outer.text) break;
  }
  const joined = removeInside(stretch);
  const decoded = decodePercent(joined?.text ?? stretch.text, stretch.offset);
  if (/[\s"'`]/.test(decoded.text)) return { text: trimmed.text, repairs: blanks };
  return {
    text: decoded.text,
    repairs: [...repairs, ...(joined?.repairs ?? []), ...decoded.repairs],
  };
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '>',
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
};

/** A pair around it, or one quote whose partner was left out of the selection. */
function stripQuotes({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  if (text.length < 2) return { text, offset };
  const open = text.charAt(0);
  const last = text.charAt(text.length - 1);
  const close = CLOSING[open];
  const start = close === last || isQuote(open) ? 1 : 0;
  const end = close === last || (start === 0 && isQuote(last)) ? text.length - 1 : text.length;
  const removed = start + text.length - end;
  if (removed === 0) return { text, offset };
  const first = start === 1 ? offset : offset + end;
  repairs.push(repair('quotes', first, removed, start === 1 ? open : last));
  return { text: text.slice(start, end), offset: offset + start };
}

function isQuote(character: string): boolean {
  return '"\'`“”‘’'.includes(character);
}

/** Signs that end a clause or a list. A period stays: it may stand before an empty signature. */
function stripPunctuation({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const [marks = ''] = /[,;)\]}>]+$/.exec(text.slice(-16)) ?? [];
  const end = text.length - marks.length;
  if (marks === '' || end === 0 || /[([{<]/.test(text)) return { text, offset };
  repairs.push(repair('punctuation', offset + end, marks.length, marks));
  return { text: text.slice(0, end), offset };
}

const SCHEME = /^(?:(?:proxy-)?authorization\s*[:=]\s*)?(?:bearer|dpop|jwt|token)(?:[\s:+]|%(?:25)*20)+(?=\S)/i;

function stripScheme({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const scheme = SCHEME.exec(text.slice(0, 200))?.[0];
  if (scheme === undefined) return { text, offset };
  repairs.push(repair('scheme', offset, scheme.length, scheme));
  return { text: text.slice(scheme.length), offset: offset + scheme.length };
}

/** How quoted-printable mail ends a line that goes on (RFC 2045 §6.7). Padding stands before a period or at the very end. */
const SOFT_BREAK = /=(?=\r?\n[\w-])/g;

/** Removes blanks from inside, if what remains is one token; null if it is none, or several, or a token and words behind it. */
function removeInside({ text, offset }: Stretch): Cleaned | null {
  const whole = text.replace(SOFT_BREAK, '');
  const joined = whole.replace(BLANKS, '');
  if (joined.length === text.length || !isTokenText(joined)) return null;
  const pieces = whole.split(BLANKS);
  const isOne = isCompactShape(joined) ? isOneToken(pieces) : pieces.every(isBlock);
  if (!isOne) return null;
  const repairs: Repair[] = [];
  const marks = text.length - whole.length;
  if (marks > 0) repairs.push(repair('line-marks', offset + text.search(SOFT_BREAK), marks, '='));
  for (const { 0: blanks, index } of text.matchAll(BLANKS)) {
    reportBlanks(blanks, offset + index, repairs);
  }
  return { text: joined, repairs };
}

function isOneToken(pieces: readonly string[]): boolean {
  const progress = new CompactProgress();
  return pieces.every((piece, i) => {
    if (i > 0 && (progress.isComplete() || isWord(piece) || isCompactShape(piece))) return false;
    progress.add(piece);
    return true;
  });
}

/** `token`, `Thanks.`: a word of prose rather than letters of base64url. */
function isWord(piece: string): boolean {
  return /^[A-Za-z]?[a-z]{2,12}[.:]?$/.test(piece);
}

/** A line of wrapped base64. */
function isBlock(piece: string): boolean {
  return piece.length >= 16;
}

const PERCENT = /%[0-9A-Fa-f]{2}/g;

/** Undoes percent-encoding, more than once if need be, where a token results. */
function decodePercent(text: string, offset: number): Cleaned {
  const repairs: Repair[] = [];
  let decoded = text;
  for (let round = 0; round < 3; round += 1) {
    const found = decoded.match(PERCENT);
    if (found === null) break;
    const place = offset + decoded.search(PERCENT);
    repairs.push(repair('percent-encoding', place, found.length, found[0]));
    decoded = decoded.replace(PERCENT, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  }
  return isTokenText(decoded) ? { text: decoded, repairs } : { text, repairs: [] };
}
