import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, streamName } from '#world/random.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a named stream', () => {
  test.for<[name: string, bytes: string]>([
    ['1/app-1/login', '6464a46e264ed45e6acbdb4b1fe8c09e'],
    ['1/laptop/login', 'cd1e7d09cb4ddc5dfee991115576635f'],
    ['2/app-1/login', 'ff1c5cb73ecd528cc605571b8c1cc518'],
    ['', '0e8c055dbfa7ada3d9cf472348a94653'],
    ['1/app-1/é', '4e1165d844d40f0fb2154b9f27ebf6c3'],
  ])('“%s” always gives the same bytes', ([name, bytes]) => {
    expect(hex(createRandom(name).bytes(16))).toBe(bytes);
  });

  test('gives the same bytes however they are asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(40), { maxLength: 8 }), (name, lengths) => {
        const piecewise = createRandom(name);
        const pieces = lengths.map((length) => hex(piecewise.bytes(length))).join('');
        expect(pieces).toBe(hex(createRandom(name).bytes(lengths.reduce((sum, length) => sum + length, 0))));
      }),
    );
  });

  test('differs from the streams of other seeds, actors and intents', () => {
    const names = [1, 2, 3].flatMap((seed) =>
      (['laptop', 'phone', 'app-1', 'database'] as const).flatMap((actor) =>
        ['login', 'login-2', 'use', 'logout'].map((intent) => streamName(seed, actor, intent)),
      ),
    );
    expect(new Set(names.map((name) => hex(createRandom(name).bytes(16)))).size).toBe(names.length);
  });

  test('gives each byte about equally often', () => {
    const counts = new Uint32Array(256);
    for (const byte of createRandom('uniform').bytes(256 * 400)) counts[byte] = (counts[byte] ?? 0) + 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    // 255 degrees of freedom: 99.9 % of fair sources lie between these.
    expect(chiSquare).toBeGreaterThan(190);
    expect(chiSquare).toBeLessThan(330);
  });

  test('has no two names in ten thousand that begin alike', () => {
    const starts = Array.from({ length: 10_000 }, (_, index) =>
      hex(createRandom(streamName(index, 'app-1', 'x')).bytes(8)),
    );
    expect(new Set(starts).size).toBe(starts.length);
  });
});
