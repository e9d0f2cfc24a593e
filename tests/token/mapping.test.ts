import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateBytes, locateCharacter, locateNode, nodeAtByte } from '#token/mapping.ts';
import { parseToken } from '#token/parse.ts';
import { HS256, SIGNATURE, compact, encoded, parseCompact } from './tokens.ts';

const TEXT = compact('{"alg":"HS256"}', '{"user_id":42,"role":"admin","é":[true]}');
const token = parseCompact(TEXT);
const json = token.payload.json ?? expect.fail('no JSON');
const role = json.member(0, 'role');

describe('from characters to bytes and members', () => {
  test('a character says its segment, bits, bytes and member', () => {
    const start = token.payload.start ?? 0;
    // Byte 13 is the comma behind 42, byte 14 the quote before role: character 18 carries bits of both.
    expect(locateCharacter(token, start + 18)).toMatchObject({
      kind: 'letter',
      character: 18,
      bits: { start: 108, end: 114 },
      bytes: { start: 13, end: 15 },
      nodes: [
        { node: 0, part: 'punctuation' },
        { node: role, part: 'name' },
      ],
    });
  });

  test('periods are separators, strays are strays, and beyond the text is nothing', () => {
    expect(locateCharacter(token, TEXT.indexOf('.'))).toEqual({ kind: 'separator' });
    expect(locateCharacter(token, TEXT.length)).toBeNull();
    expect(locateCharacter(token, -1)).toBeNull();
    const spaced = parseToken(TEXT.replace('.', '. '));
    expect(locateCharacter(spaced, TEXT.indexOf('.') + 1)).toMatchObject({ kind: 'stray' });
  });

  test('a signature has bytes and no members', () => {
    expect(locateCharacter(token, TEXT.length - 1)).toMatchObject({
      kind: 'letter',
      segment: { name: 'signature' },
      nodes: [],
    });
  });

  test('every byte of a name or a scalar is found in it', () => {
    const places = Array.from({ length: json.size }, (_, node) => [
      { node, part: 'name' as const, range: json.nameRange(node) },
      { node, part: 'value' as const, range: json.childCount(node) > 0 ? null : json.valueRange(node) },
    ]).flat();
    const bytes = places.flatMap(({ node, part, range }) =>
      range === null ? [] : Array.from({ length: range.end - range.start }, (_, i) => [range.start + i, node, part]),
    );
    expect(bytes.length).toBeGreaterThan(30);
    expect(bytes.map(([byte]) => nodeAtByte(json, Number(byte)))).toEqual(
      bytes.map(([, node, part]) => ({ node, part })),
    );
  });
});

describe('from members to characters', () => {
  test('a value covers the characters that carry its bytes, shared ones marked', () => {
    const place = locateNode(token.payload, role, 'value');
    expect(place).toEqual({
      bytes: { start: 21, end: 28 },
      characters: {
        start: (token.payload.start ?? 0) + 28,
        end: (token.payload.start ?? 0) + 38,
        sharedStart: false,
        sharedEnd: true,
      },
    });
  });

  test('the name, the value and the member are told apart', () => {
    const bytes = (part: 'name' | 'value' | 'member') => locateNode(token.payload, role, part)?.bytes;
    expect(bytes('name')).toEqual({ start: 14, end: 20 });
    expect(bytes('member')).toEqual({ start: 14, end: 28 });
    expect(locateNode(token.payload, 0, 'name')).toBeNull();
    expect(locateNode(token.payload, 99, 'value')).toBeNull();
    expect(locateNode(token.signature, 0, 'value')).toBeNull();
  });

  test('characters of a member lead back to it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (payload) => {
        const parsed = parseToken(compact(HS256, `{"x":${payload}}`));
        const segment = parsed.segments[1];
        if (!segment?.json) return;
        for (let node = 1; node < segment.json.size; node += 1) {
          const place = locateNode(segment, node, 'value');
          const first = place?.characters?.start ?? -1;
          const found = locateCharacter(parsed, first);
          expect(found?.kind).toBe('letter');
          const bytes = found?.kind === 'letter' ? found.bytes : null;
          expect(bytes?.start).toBeLessThanOrEqual(place?.bytes.start ?? -1);
          expect(bytes?.end).toBeGreaterThan(place?.bytes.start ?? -1);
        }
      }),
    );
  });

  test('an unencoded payload maps one to one', () => {
    const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}');
    const plain = parseCompact(`${header}.{"a":1}.${SIGNATURE}`);
    const start = plain.payload.start ?? 0;
    expect(locateBytes(plain.payload, { start: 1, end: 4 }).characters).toEqual({
      start: start + 1,
      end: start + 4,
      sharedStart: false,
      sharedEnd: false,
    });
    expect(locateCharacter(plain, start + 5)).toMatchObject({
      bits: { start: 40, end: 48 },
      nodes: [{ node: 1, part: 'value' }],
    });
  });
});
