import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '#token/base64url.ts';
import { bitsOfCharacter, bytesOfCharacter, charactersOfBytes, letterAt } from '#token/base64url-map.ts';

describe('characters and bytes', () => {
  const three = decodeBase64url('YWJj'); // abc

  test('four characters carry three bytes, the inner ones two each', () => {
    expect([0, 1, 2, 3].map((i) => bytesOfCharacter(three, i))).toEqual([
      { start: 0, end: 1 },
      { start: 0, end: 2 },
      { start: 1, end: 3 },
      { start: 2, end: 3 },
    ]);
    expect(bitsOfCharacter(three, 1)).toEqual({ start: 6, end: 12 });
  });

  test('a byte takes two characters and says which of them it shares', () => {
    expect(charactersOfBytes(three, { start: 0, end: 1 })).toEqual({
      start: 0,
      end: 2,
      sharedStart: false,
      sharedEnd: true,
    });
    expect(charactersOfBytes(three, { start: 1, end: 2 })).toEqual({
      start: 1,
      end: 3,
      sharedStart: true,
      sharedEnd: true,
    });
    expect(charactersOfBytes(three, { start: 2, end: 3 })).toEqual({
      start: 2,
      end: 4,
      sharedStart: true,
      sharedEnd: false,
    });
  });

  test('the last character of one byte carries spare bits', () => {
    const one = decodeBase64url('YQ');
    expect(bytesOfCharacter(one, 1)).toEqual({ start: 0, end: 1 });
    expect(charactersOfBytes(one, { start: 0, end: 1 })?.sharedEnd).toBe(true);
  });

  test('a lone letter and a stray character carry no byte', () => {
    expect(bytesOfCharacter(decodeBase64url('YWJjZ'), 4)).toBeNull();
    expect(bytesOfCharacter(decodeBase64url('Y Q'), 1)).toBeNull();
    expect(letterAt(decodeBase64url('Y Q'), 2)).toBe(1);
  });

  test('outside the data there is nothing', () => {
    expect(charactersOfBytes(three, { start: 2, end: 4 })).toBeNull();
    expect(charactersOfBytes(three, { start: -1, end: 1 })).toBeNull();
    expect(bytesOfCharacter(three, 4)).toBeNull();
    expect(bytesOfCharacter(three, -1)).toBeNull();
  });

  test('both directions agree, whatever stands between the letters', () => {
    const noise = fc.array(fc.constantFrom('', '', '', ' ', '=', '!'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), noise, (data, strays) => {
        const spelled = encodeBase64url(data);
        const text = Array.from(spelled, (letter, i) => (strays[i] ?? '') + letter).join('');
        const decoded = decodeBase64url(text);
        data.forEach((_, byte) => {
          const range = charactersOfBytes(decoded, { start: byte, end: byte + 1 });
          const carrying = Array.from(text, (__, i) => bytesOfCharacter(decoded, i)).flatMap((carried, i) =>
            carried && carried.start <= byte && byte < carried.end ? [i] : [],
          );
          expect(range?.start).toBe(carrying[0]);
          expect(range?.end).toBe((carrying.at(-1) ?? 0) + 1);
        });
      }),
    );
  });
});
