/**
 * Text from strangers, made safe to look at: characters that hide, reorder or imitate nothing are written as escapes, the way
 * JSON writes them. See UTS #39 and UAX #9.
 */
export type HiddenKind = 'control' | 'bidi' | 'invisible' | 'space' | 'surrogate';

/** A stretch of text, either as it is or as the escape of one hidden character. */
export interface VisiblePiece {
  readonly text: string;
  /** Null: plain text. */
  readonly hidden: HiddenKind | null;
}

/** Matches one hidden character. The groups are the kinds, in the order of `KINDS`. */
const HIDDEN = new RegExp(
  [
    String.raw`([\0-\x1F\x7F-\x9F])`,
    String.raw`([\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])`,
    String.raw`([\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200D\u2060-\u2065\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFF\u{E0000}-\u{10FFFF}])`,
    String.raw`([\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000])`,
    String.raw`([\uD800-\uDFFF])`,
  ].join('|'),
  'gu',
);
const KINDS = ['control', 'bidi', 'invisible', 'space', 'surrogate'] as const;

/** One hidden character and where it stands (UTF-16 units). */
export interface HiddenCharacter {
  readonly kind: HiddenKind;
  readonly character: string;
  readonly offset: number;
}

const ANY_HIDDEN = new RegExp(HIDDEN.source, 'u');

/** Whether a text has any hidden character. */
export function hasHiddenCharacter(text: string): boolean {
  return ANY_HIDDEN.test(text);
}

/** The hidden characters of a text, in order. */
export function* hiddenCharacters(text: string): Generator<HiddenCharacter> {
  for (const match of text.matchAll(HIDDEN)) {
    const kind = KINDS.find((_, group) => match[group + 1] !== undefined) ?? 'control';
    yield { kind, character: match[0], offset: match.index };
  }
}

const SHORT: Readonly<Record<number, string>> = {
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0c: '\\f',
  0x0d: '\\r',
};

/** `\u202E`, `\n`, `\u{E0041}`. */
export function escapeCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16).toUpperCase();
  return SHORT[point] ?? (point > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

/** The text in pieces, each plain or one escape, so that a view can mark the escapes. */
export function visiblePieces(text: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let plainFrom = 0;
  for (const { kind, character, offset } of hiddenCharacters(text)) {
    if (offset > plainFrom) pieces.push({ text: text.slice(plainFrom, offset), hidden: null });
    pieces.push({ text: escapeCharacter(character), hidden: kind });
    plainFrom = offset + character.length;
  }
  if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), hidden: null });
  return pieces;
}

/** The text with every hidden character escaped, cut after `limit` characters of the original. */
export function toVisible(text: string, limit = Infinity): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(HIDDEN, escapeCharacter);
}

/** How long a text from the token may be in a finding's detail. */
const DETAIL_LENGTH = 80;

/** Text from the token for a finding's detail: short and safe to show. */
export function shown(text: string): string {
  return toVisible(text, DETAIL_LENGTH);
}
