import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLetter, decodeBase64url, encodeBase64url } from '#token/base64url.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

describe('base64url', () => {
  test('encodes as Node does', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(encodeBase64url(data)).toBe(Buffer.from(data).toString('base64url'));
      }),
    );
  });

  test('decodes what it encoded, without fault', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const { bytes: back, faults, positions } = decodeBase64url(encodeBase64url(data));
        expect(Buffer.from(back).equals(data)).toBe(true);
        expect(faults).toEqual([]);
        expect(positions).toBeNull();
      }),
    );
  });

  test('decodes any text to what Node makes of its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const letters = text.replaceAll(/[^A-Za-z0-9+/_-]/g, '');
        const expected = Buffer.from(letters, 'base64url');
        const decoded = decodeBase64url(text);
        expect(Buffer.from(decoded.bytes).equals(expected)).toBe(true);
        expect(decoded.letters).toBe(letters.length);
      }),
    );
  });

  test('is without fault exactly where the text is the canonical spelling of its bytes', () => {
    const almost = fc.string({ unit: fc.constantFrom(...Array.from('AQgw_-+/= ')), maxLength: 12 });
    fc.assert(
      fc.property(almost, (text) => {
        const { bytes: data, faults } = decodeBase64url(text);
        expect(faults.length === 0).toBe(encodeBase64url(data) === text);
      }),
    );
  });

  test.each([
    ['padding', 'YQ==', [{ kind: 'padding', start: 2, end: 4 }]],
    ['padding inside', 'YQ=YQ', [{ kind: 'padding', start: 2, end: 3 }]],
    ['plus and slash', '-+/_', [{ kind: 'alphabet', start: 1, end: 3 }]],
    ['a space', 'Y Q', [{ kind: 'whitespace', start: 1, end: 2 }]],
    ['a line break', 'Y\r\nQ', [{ kind: 'whitespace', start: 1, end: 3 }]],
    ['a no-break space', 'Y\u00a0Q', [{ kind: 'whitespace', start: 1, end: 2 }]],
    ['a zero-width space', 'YQ\u200b', [{ kind: 'whitespace', start: 2, end: 3 }]],
    ['a byte order mark', '\ufeffYQ', [{ kind: 'whitespace', start: 0, end: 1 }]],
    ['another character', 'Y?Q', [{ kind: 'character', start: 1, end: 2 }]],
    ['a lone letter', 'YWJjZ', [{ kind: 'length', start: 4, end: 5 }]],
    ['spare bits of two letters', 'YR', [{ kind: 'trailing-bits', start: 1, end: 2 }]],
    ['spare bits of three letters', 'YWJ', [{ kind: 'trailing-bits', start: 2, end: 3 }]],
  ])('names %s and its place', (_, text, faults) => {
    expect(decodeBase64url(text).faults).toEqual(faults);
  });

  test('counts a letter of either alphabet that stands behind a stray one', () => {
    const { positions, letters } = decodeBase64url('Y Q');
    expect(letters).toBe(2);
    expect([...(positions ?? [])].slice(0, 2)).toEqual([0, 2]);
  });

  test('lists some faults of many and counts the others', () => {
    const { faults, unlistedFaults } = decodeBase64url('A!'.repeat(1000));
    expect(faults.length).toBeLessThan(100);
    expect(faults.length + unlistedFaults).toBe(1000);
  });

  test('spells the last letter as an encoder would', () => {
    expect(canonicalLetter('R', 4)).toBe('Q');
    expect(canonicalLetter('J', 2)).toBe('I');
  });
});
