import { repair, type Repair, type RepairKind } from './extract-repairs.ts';

/** Spaces, line ends and characters that cannot be seen: none of them belongs into a token (RFC 7515 §2). */
const BLANK = /[\p{White_Space}\p{Bidi_Control}\u{AD}\u{180E}\u{200B}-\u{200D}\u{2060}-\u{2064}\u{FEFF}]/u;
const BLANK_START = new RegExp(`^(?:${BLANK.source})+`, 'u');
/** Runs of them. */
export const BLANKS = new RegExp(`(?:${BLANK.source})+`, 'gu');

/** A stretch of text and where it begins in what was pasted. */
export interface Stretch {
  readonly text: string;
  readonly offset: number;
}

/** Takes the blanks off both ends. */
export function trimBlanks({ text, offset }: Stretch, repairs: Repair[]): Stretch {
  const start = BLANK_START.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  if (start > 0) reportBlanks(text.slice(0, start), offset, repairs);
  if (end < text.length) reportBlanks(text.slice(end), offset + end, repairs);
  return { text: text.slice(start, end), offset: offset + start };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || BLANK.test(character);
}

/** Lists a run of blanks, one repair for each kind. */
export function reportBlanks(blanks: string, offset: number, repairs: Repair[]): void {
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

function blankKind(character: string): RepairKind {
  if (character === ' ' || character === '\t') return 'whitespace';
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(character)) return 'line-break';
  if (character === '\uFEFF') return 'byte-order-mark';
  return /\p{White_Space}/u.test(character) ? 'unicode-space' : 'zero-width';
}
