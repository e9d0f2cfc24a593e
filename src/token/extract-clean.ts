import { repair, type Repair, type RepairKind } from './extract-repairs.ts';
import { isCompactShape, isTokenText } from './extract-shapes.ts';

/** A text with what had to be removed from it. */
export interface Cleaned {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Where a stretch of text begins in what was pasted. */
interface Stretch {
  readonly text: string;
  readonly offset: number;
}

const PAIRS: Readonly<Record<string, string>> = {
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

const SCHEME = /^(?:(?:proxy-)?authorization\s*[:=]\s*)?(?:bearer|dpop|jwt|token)[\s:]+(?=\S)/i;
/** Signs that end a clause or a list, not a token. A period stays: it may be an empty signature. */
const PUNCTUATION = /[,;]+$/;

/**
 * Takes quotes, a scheme, spaces and invisible characters off a stretch of the pasted text and out of it. Prose stays prose: what
 * stands inside is removed only where a token results.
 */
export function cleanToken(raw: string, offset: number): Cleaned {
  const repairs: Repair[] = [];
  let stretch = trimBlanks({ text: raw, offset }, repairs);
  for (let before = ''; before !== stretch.text;) {
    before = stretch.text;
    stretch = trimBlanks(stripQuotes(stripPunctuation(stretch, repairs), repairs), repairs);
    stretch = stripScheme(stretch, repairs);
  }
  const joined = removeInside(stretch);
  if (joined !== null) repairs.push(...joined.repairs);
  const decoded = decodePercent(joined?.text ?? stretch.text, stretch.offset);
  return { text: decoded.text, repairs: [...repairs, ...decoded.repairs] };
}

const BLANK = /[\p{White_Space}\p{Bidi_Control}\u{AD}\u{180E}\u{200B}-\u{200D}\u{2060}-\u{2064}\u{FEFF}]/u;
const BLANK_START = new RegExp(`^(?:${BLANK.source})+`, 'u');
const BLANKS = new RegExp(`(?:${BLANK.source})+`, 'gu');

/** The kind of repair that removing this character is, or null if it is none of the blank ones. */
function blankKind(character: string): RepairKind {
  if (character === ' ' || character === '\t') return 'whitespace';
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(character)) return 'line-break';
  if (character === '\uFEFF') return 'byte-order-mark';
  return /\p{White_Space}/u.test(character) ? 'unicode-space' : 'zero-width';
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || BLANK.test(character);
}

function reportBlanks(blanks: string, offset: number, repairs: Repair[]): void {
  const counts = new Map<RepairKind, { first: number; count: number }>();
  for (let i = 0; i < blanks.length; i += 1) {
    const kind = blankKind(blanks.charAt(i));
    const entry = counts.get(kind);
    if (entry === undefined) counts.set(kind, { first: i, count: 1 });
    else entry.count += 1;
  }
  for (const [kind, { first, count }] of counts) {
    repairs.push(repair(kind, offset + first, count, blanks.charAt(first)));
  }
}

function trimBlanks({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const before = BLANK_START.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > before && isBlank(text.charAt(end - 1))) end -= 1;
  if (before > 0) reportBlanks(text.slice(0, before), offset, repairs);
  if (end < text.length) reportBlanks(text.slice(end), offset + end, repairs);
  return { text: text.slice(before, end), offset: offset + before };
}

function stripQuotes({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const open = text.charAt(0);
  const close = PAIRS[open];
  if (close !== undefined && text.length > 1 && text.endsWith(close)) {
    repairs.push(repair('quotes', offset, 2, open));
    return { text: text.slice(1, -1), offset: offset + 1 };
  }
  // A lone quote at one end: the other was left out of the selection.
  if (text.length > 1 && isQuote(open)) {
    repairs.push(repair('quotes', offset, 1, open));
    return { text: text.slice(1), offset: offset + 1 };
  }
  if (text.length > 1 && isQuote(text.charAt(text.length - 1))) {
    repairs.push(repair('quotes', offset + text.length - 1, 1, text.charAt(text.length - 1)));
    return { text: text.slice(0, -1), offset };
  }
  return { text, offset };
}

function isQuote(character: string): boolean {
  return character !== '' && '"\'`“”‘’'.includes(character);
}

function stripPunctuation({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const marks = PUNCTUATION.exec(text.slice(-16))?.[0] ?? '';
  if (marks === '' || marks.length === text.length) return { text, offset };
  const end = text.length - marks.length;
  repairs.push(repair('punctuation', offset + end, marks.length, marks));
  return { text: text.slice(0, end), offset };
}

function stripScheme({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const scheme = SCHEME.exec(text.slice(0, 200))?.[0];
  if (scheme === undefined) return { text, offset };
  repairs.push(repair('scheme', offset, scheme.length, scheme));
  return { text: text.slice(scheme.length), offset: offset + scheme.length };
}

/** Removes blanks from inside, if what remains is a token and not several. */
function removeInside({ text, offset }: Stretch): Cleaned | null {
  const joined = text.replace(BLANKS, '');
  if (joined.length === text.length || !isTokenText(joined)) return null;
  const pieces = text.split(BLANKS);
  const whole = pieces.filter((piece) => isCompactShape(piece));
  const isWrapped = pieces.length > 1 && pieces.every((piece) => piece.length >= 16);
  if (whole.length > 1 || (!isCompactShape(joined) && !isWrapped)) return null;
  const repairs: Repair[] = [];
  for (const match of text.matchAll(BLANKS)) {
    reportBlanks(match[0], offset + match.index, repairs);
  }
  return { text: joined, repairs };
}

const PERCENT = /%[0-9A-Fa-f]{2}/g;

/** Undoes percent-encoding, twice if need be, where a token results. */
function decodePercent(text: string, offset: number): Cleaned {
  const repairs: Repair[] = [];
  let decoded = text;
  for (let round = 0; round < 3; round += 1) {
    const found = decoded.match(PERCENT);
    if (found === null) break;
    const next = decoded.replace(PERCENT, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
    if (!/^[\x20-\x7e]*$/.test(next)) break;
    repairs.push(repair('percent-encoding', offset + decoded.search(PERCENT), found.length, found[0]));
    decoded = next;
  }
  return isTokenText(decoded) ? { text: decoded, repairs } : { text, repairs: [] };
}
