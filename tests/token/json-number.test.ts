import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#token/json-number.ts';

describe('numbers as written', () => {
  test.each([
    ['1', 'kept', '1'],
    ['-7.25', 'kept', '-7.25'],
    ['0.1', 'kept', '0.1'],
    ['9007199254740991', 'kept', '9007199254740991'],
    ['9007199254740992', 'unsafe-integer', '9007199254740992'],
    ['9007199254740993', 'unsafe-integer', '9007199254740992'],
    ['-9007199254740993', 'unsafe-integer', '-9007199254740992'],
    ['1e20', 'unsafe-integer', '100000000000000000000'],
    ['1.0', 'rewritten', '1'],
    ['1e3', 'rewritten', '1000'],
    ['-0', 'rewritten', '0'],
    ['1.50', 'rewritten', '1.5'],
    ['0.1000000000000000055', 'imprecise', '0.1'],
    ['3.14159265358979323846', 'imprecise', '3.141592653589793'],
    ['1e400', 'overflow', 'Infinity'],
    ['-1e400', 'overflow', '-Infinity'],
    ['1e-400', 'underflow', '0'],
  ])('%s is %s', (literal, fate, reprinted) => {
    expect(readNumber(literal)).toMatchObject({ literal, fate, reprinted });
  });

  test('what JavaScript printed is kept, unless it is a large whole number', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, (value) => {
        const literal = JSON.stringify(value);
        const isLarge = Number.isInteger(value) && !Number.isSafeInteger(value);
        expect(readNumber(literal).fate).toBe(isLarge ? 'unsafe-integer' : 'kept');
      }),
    );
  });

  test('a million digits take no longer than a million steps', () => {
    const started = performance.now();
    expect(readNumber('7'.repeat(1_000_000)).fate).toBe('overflow');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
