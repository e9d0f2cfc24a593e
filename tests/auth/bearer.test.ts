import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBearer, type BearerReading } from '#auth/bearer.ts';

const silent = { step: () => undefined };
const read = (value: string | null): BearerReading => readBearer(silent, value);
const reason = (value: string | null): string => {
  const reading = read(value);
  return reading.ok ? reading.token : reading.refusal.reason;
};

/** A word: no space, no tab. */
const word = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => !/[ \t]/.test(text));
const spaces = fc.integer({ min: 1, max: 3 }).map((count) => ' '.repeat(count));
const bearer = fc.constantFrom('Bearer', 'bearer', 'BEARER', 'BeArEr');
const otherScheme = word.filter((text) => text.toLowerCase() !== 'bearer');

describe('reading an Authorization header', () => {
  test('takes the one word after Bearer, whatever it is', () => {
    fc.assert(
      fc.property(bearer, spaces, word, (scheme, gap, token) => {
        expect(read(`${scheme}${gap}${token}`)).toEqual({ ok: true, token });
      }),
    );
  });

  test('finds no credential behind another scheme, whatever follows it', () => {
    fc.assert(
      fc.property(otherScheme, spaces, fc.array(word, { minLength: 1 }), (scheme, gap, words) => {
        expect(reason(`${scheme}${gap}${words.join(' ')}`)).toBe('bearer-missing');
      }),
    );
  });

  test('calls a single word malformed, whatever it is', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(reason(text)).toBe('bearer-malformed');
      }),
    );
  });

  test('calls Bearer with more than one word malformed', () => {
    fc.assert(
      fc.property(bearer, fc.array(word, { minLength: 2 }), (scheme, words) => {
        expect(reason(`${scheme} ${words.join(' ')}`)).toBe('bearer-malformed');
      }),
    );
  });

  test.each([[null], [''], ['  '], ['\t']])('finds nothing in %j', (value) => {
    expect(reason(value)).toBe('bearer-missing');
  });

  test.each(['Bearer\tabc', 'Bearer \tabc', 'Bearer abc\t'])('allows no tab: %j', (value) => {
    expect(reason(value)).toBe('bearer-malformed');
  });

  test('does not take BearerX for Bearer', () => {
    expect(reason('BearerX abc')).toBe('bearer-missing');
    expect(reason('Bearerabc')).toBe('bearer-malformed');
  });

  test('says where the rule is written', () => {
    const malformed = read('Bearer');
    expect(malformed.ok ? [] : malformed.refusal.cites).toContainEqual({ document: 'RFC 6750', section: '2.1' });
    const missing = read(null);
    expect(missing.ok ? [] : missing.refusal.cites).toEqual([{ document: 'RFC 6750', section: '3.1' }]);
  });

  test('records that it looked, under its own name', () => {
    const steps: [name: string, detail: unknown, code: string][] = [];
    readBearer({ step: (name, detail, code) => void steps.push([name, detail, code]) }, 'Bearer a b');
    expect(steps).toEqual([['parse-credential', { header: 'Authorization', words: 3 }, 'bearer.read']]);
  });
});
