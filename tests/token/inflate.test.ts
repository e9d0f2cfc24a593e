import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inflateRaw } from '#token/inflate.ts';

const LIMIT = 100_000;

describe('inflate', () => {
  test('undoes what zlib deflates, at every level', () => {
    const compressible = fc.array(fc.constantFrom('abc', 'aaaa', 'x', '\n', '漢'), { maxLength: 400 });
    const level = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(compressible, level, (words, grade) => {
        const data = Buffer.from(words.join(''));
        const { bytes, end } = inflateRaw(deflateRawSync(data, { level: grade }), LIMIT);
        expect(end).toBe('complete');
        expect(data.equals(bytes)).toBe(true);
      }),
    );
  });

  test('stops at the limit of a bomb', () => {
    const bomb = deflateRawSync(Buffer.alloc(20_000_000));
    const { bytes, end } = inflateRaw(bomb, LIMIT);
    expect(end).toBe('capped');
    expect(bytes).toHaveLength(LIMIT);
  });

  test('ends on any bytes, within the limit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        expect(inflateRaw(data, 1000).bytes.length).toBeLessThanOrEqual(1000);
      }),
      { numRuns: 1000 },
    );
  });

  test('says when a stream is cut off', () => {
    const whole = deflateRawSync('a fairly long text that does not repeat itself much');
    expect(inflateRaw(whole.subarray(0, 20), LIMIT).end).toBe('broken');
    expect(inflateRaw(new Uint8Array(), LIMIT).end).toBe('broken');
  });
});
