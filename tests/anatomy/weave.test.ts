import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberBands } from '#anatomy/weave-bands.ts';
import { bytesOfLetter, groupBefore, groupCount, lineFrom, spareBits } from '#anatomy/weave-geometry.ts';
import { nextCell } from '#anatomy/weave-keys.ts';
import { byteLabel, letterLabel, litWords, restWords } from '#anatomy/weave-words.ts';
import { bytesOfCharacter } from '#token/base64url-map.ts';
import { jws, nodeOf, payloadOf } from './tokens.ts';

test('four characters stand over three bytes', () => {
  expect(lineFrom(1, 2, { bytes: 100, letters: 134 })).toEqual({
    bits: { start: 24, end: 72 },
    letters: { start: 4, end: 12 },
    bytes: { start: 3, end: 9 },
  });
});

test('the last line ends with the data', () => {
  const { letters, bytes } = lineFrom(10, 8, { bytes: 32, letters: 43 });
  expect(letters).toEqual({ start: 40, end: 43 });
  expect(bytes).toEqual({ start: 30, end: 32 });
  expect(groupCount(32, 43)).toBe(11);
});

test('a letter carries bits of the bytes that the parser says', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (value) => {
      const { base64url, bytes } = payloadOf(JSON.stringify({ value }));
      if (!base64url) throw new Error('not encoded');
      for (let letter = 0; letter < base64url.letters; letter += 1) {
        const { start, end } = bytesOfLetter(letter, bytes.length);
        const expected = bytesOfCharacter(base64url, letter);
        expect(end > start ? { start, end } : null).toEqual(expected);
      }
    }),
  );
});

test('the last letter of a 32-byte signature has two bits to spare, of an 11-byte part four', () => {
  expect(spareBits(42, 32)).toBe(2);
  expect(spareBits(41, 32)).toBe(0);
  expect(spareBits(1, 1)).toBe(4);
});

test('the line that follows a byte begins one group before it, and never beyond the ends', () => {
  expect(groupBefore(60, 8, 40)).toBe(19);
  expect(groupBefore(1, 8, 40)).toBe(0);
  expect(groupBefore(118, 8, 40)).toBe(32);
  expect(groupBefore(5, 8, 3)).toBe(0);
});

const SIZE = { bytes: 30, letters: 40, perLine: 5 };

test.each([
  ['ArrowRight', { row: 'letter', index: 3 }, { row: 'letter', index: 4 }],
  ['ArrowLeft', { row: 'byte', index: 0 }, { row: 'byte', index: 0 }],
  ['ArrowDown', { row: 'letter', index: 4 }, { row: 'byte', index: 3 }],
  ['ArrowUp', { row: 'byte', index: 3 }, { row: 'letter', index: 4 }],
  ['ArrowDown', { row: 'byte', index: 3 }, { row: 'letter', index: 24 }],
  ['PageDown', { row: 'byte', index: 3 }, { row: 'byte', index: 18 }],
  ['End', { row: 'letter', index: 3 }, { row: 'letter', index: 39 }],
  ['Home', { row: 'byte', index: 9 }, { row: 'byte', index: 0 }],
] as const)('%s leads from %o to %o', (key, from, to) => {
  expect(nextCell(key, from, SIZE)).toEqual(to);
});

test('other keys lead nowhere, nor does up from the first line', () => {
  expect(nextCell('x', { row: 'letter', index: 0 }, SIZE)).toBeNull();
  expect(nextCell('ArrowUp', { row: 'letter', index: 0 }, SIZE)).toBeNull();
});

test('names and values have bands of their own, punctuation has none', () => {
  const { json } = payloadOf('{"a":1,"b":[2]}');
  const line = lineFrom(0, 5, { bytes: 15, letters: 20 });
  const bands = memberBands(json, line).map(({ start, end, part }) => [start / 8, end / 8, part]);
  expect(bands).toEqual([
    [1, 4, 'name'],
    [5, 6, 'value'],
    [7, 10, 'name'],
    [12, 13, 'value'],
  ]);
});

test('what is lit is said with its bytes, its characters, and which of them are shared', () => {
  const segment = payloadOf('{"user_id":42,"role":"admin","iat":1709500000}');
  const node = nodeOf(segment, 'role');
  const bytes = segment.json?.memberRange(node) ?? { start: 0, end: 0 };
  expect(litWords({ segment, bytes, node, from: 'member' })).toBe(
    'role: bytes 14–27, characters 18–37 (first and last shared)',
  );
});

test('a cell says its character, its bytes and its member', () => {
  const segment = payloadOf('{"role":"admin"}');
  expect(letterLabel(segment, 1)).toBe('character 1, y, in bytes 0 and 1');
  expect(letterLabel(segment, 3)).toBe('character 3, y, in byte 2, of role');
  expect(byteLabel(segment, 2)).toBe('byte 2, 72, of role');
});

test('a signature with spare bits says how many other letters spell it', () => {
  expect(restWords(jws('{}').signature)).toContain('3 other letters');
});
