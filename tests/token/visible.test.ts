import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown, toVisible, visiblePieces } from '#token/visible.ts';

describe('text made safe to look at', () => {
  test.each([
    ['plain text', 'John Doe <b>', 'John Doe <b>'],
    ['letters of other scripts', 'Zoë 漢字 Ж', 'Zoë 漢字 Ж'],
    ['a right-to-left override', 'a\u202eb', 'a\\u202Eb'],
    ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['zero-width characters', 'a\u200b\u200d\ufeff', 'a\\u200B\\u200D\\uFEFF'],
    ['control characters', '\0\x07\x1b\x7f\x85', '\\u0000\\u0007\\u001B\\u007F\\u0085'],
    ['a line break and a tab', 'a\n\tb', 'a\\n\\tb'],
    ['a lone surrogate', '\ud83d!', '\\uD83D!'],
    ['a whole pair', '😀', '😀'],
    ['a tag character', '\u{e0041}', '\\u{E0041}'],
    ['a replacement character that is really there', '\ufffd', '\\uFFFD'],
    ['a no-break space', 'a\u00a0b', 'a\\u00A0b'],
  ])('%s', (_, text, visible) => {
    expect(toVisible(text)).toBe(visible);
  });

  test('the pieces make up the visible text, and no plain piece hides anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const pieces = visiblePieces(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(toVisible(text));
        const plain = pieces.filter((piece) => piece.hidden === null);
        expect(plain.map((piece) => toVisible(piece.text))).toEqual(plain.map((piece) => piece.text));
      }),
    );
  });

  test('a long text in a detail is cut', () => {
    expect(shown('x'.repeat(200))).toBe(`${'x'.repeat(80)}…`);
  });
});
