import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countInvalidUtf8, decodeUtf8, detectUtf16, encodeUtf8, firstInvalidUtf8, hasUtf8Bom } from '#token/utf8.ts';

const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isValidForPlatform(bytes: Uint8Array): boolean {
  try {
    platform.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are often nearly UTF-8. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        0x41,
        0xc2,
        0xa9,
        0xe2,
        0x82,
        0xac,
        0xed,
        0xa0,
        0x80,
        0xf0,
        0x9f,
        0x98,
        0x80,
        0xf4,
        0x90,
        0xff,
        0xc0,
      ),
      { maxLength: 40 },
    )
    .map((list) => Uint8Array.from(list)),
);

describe('UTF-8', () => {
  test('is judged as the platform judges it', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(firstInvalidUtf8(data) < 0).toBe(isValidForPlatform(data));
      }),
    );
  });

  test('one bad byte is found wherever it stands in a long text, and wherever that begins', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(9), (before, behind, offset) => {
        const data = new Uint8Array(offset + before + 1 + behind).fill(0x61).subarray(offset);
        expect(firstInvalidUtf8(data)).toBe(-1);
        data[before] = 0xff;
        expect(firstInvalidUtf8(data)).toBe(before);
        expect(firstInvalidUtf8(data, 0, before)).toBe(-1);
        expect(firstInvalidUtf8(data, before + 1)).toBe(-1);
      }),
    );
  });

  test('everything before the first bad byte is good', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const bad = firstInvalidUtf8(data);
        expect(isValidForPlatform(data.subarray(0, Math.max(0, bad)))).toBe(true);
      }),
    );
  });

  test('well-formed text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  test('is encoded as Node encodes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(encodeUtf8(text)).equals(Buffer.from(text))).toBe(true);
      }),
    );
  });

  test('bad bytes are named and never replaced', () => {
    expect(decodeUtf8(Uint8Array.of(0x61, 0xff, 0xc3, 0x62))).toBe('a\\xFF\\xC3b');
    fc.assert(
      fc.property(bytes, (data) => {
        expect(decodeUtf8(data)).not.toContain('\ufffd');
      }),
    );
  });

  test.each([
    ['an overlong slash', [0xc0, 0xaf], 0],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a cut sequence', [0x61, 0xe2, 0x82], 1],
  ])('%s is found at its offset', (_, data, offset) => {
    expect(firstInvalidUtf8(Uint8Array.from(data))).toBe(offset);
  });

  test('a lone surrogate is encoded as bytes that are no UTF-8', () => {
    expect(countInvalidUtf8(encodeUtf8('a\ud800b'))).toBe(3);
  });

  test('byte order marks and UTF-16 are recognised', () => {
    expect(hasUtf8Bom(encodeUtf8('\ufeff{}'))).toBe(true);
    expect(detectUtf16(Buffer.from('{"a":1}', 'utf16le'))).toBe('UTF-16LE');
    expect(detectUtf16(Buffer.from('{"a":1}', 'utf16le').swap16())).toBe('UTF-16BE');
    expect(detectUtf16(Buffer.from('\ufeff{"a":1}', 'utf16le'))).toBe('UTF-16LE');
    expect(detectUtf16(Buffer.from('{"a":1}'))).toBeNull();
  });
});
