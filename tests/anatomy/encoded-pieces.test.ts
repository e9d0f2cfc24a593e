import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodedPieces, litCharacters } from '#anatomy/encoded-pieces.ts';
import type { Lit } from '#anatomy/link.ts';
import { jws, nodeOf, payloadOf } from './tokens.ts';

const CLAIMS = '{"user_id":42,"role":"admin","iat":1709500000}';

function litMember(payload: string, name: string) {
  const token = jws(payload);
  const segment = token.payload;
  const node = nodeOf(segment, name);
  const bytes = segment.json?.memberRange(node) ?? { start: 0, end: 0 };
  return { token, lit: { segment, bytes, node, from: 'member' } satisfies Lit };
}

test('the three parts of a token come in their hues, with plain periods between them', () => {
  const { text, segments } = jws(CLAIMS);
  const pieces = encodedPieces(text.length, segments, null);
  expect(pieces.map(({ hue }) => hue)).toEqual(['header', null, 'payload', null, 'signature']);
  expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
});

test('pieces follow each other without gaps, whatever is lit', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1, maxKeys: 6 }),
      fc.nat(),
      (claims, at) => {
        const token = jws(JSON.stringify(claims));
        const { json } = token.payload;
        const node = 1 + (at % Math.max(1, (json?.size ?? 1) - 1));
        if (json === null || node >= json.size) return;
        const lit: Lit = { segment: token.payload, bytes: json.memberRange(node), node, from: 'member' };
        const pieces = encodedPieces(token.text.length, token.segments, lit);
        let end = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          end = piece.end;
        }
        expect(end).toBe(token.text.length);
      },
    ),
  );
});

test('what is lit of the text is exactly as wide as the bits of the member', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
      (names) => {
        const unique = [...new Set(names)];
        const payload = `{${unique.map((name, i) => `${JSON.stringify(name)}:${i}`).join(',')}}`;
        const segment = payloadOf(payload);
        for (const node of segment.json?.children(0) ?? []) {
          const bytes = segment.json?.memberRange(node) ?? { start: 0, end: 0 };
          const found = litCharacters(segment, bytes);
          if (!found) throw new Error('no characters');
          const width = found.end - found.start - found.firstFrom - (1 - found.lastTo);
          expect(width * 6).toBeCloseTo((bytes.end - bytes.start) * 8, 6);
        }
      },
    ),
  );
});

test('a character that a member shares with its neighbour is lit in part', () => {
  const { token, lit } = litMember(CLAIMS, 'role');
  const pieces = encodedPieces(token.text.length, token.segments, lit).filter((piece) => piece.lit);
  const first = pieces[0];
  // `"role"` begins at byte 14 = bit 112: four bits into a character.
  expect(lit.bytes.start).toBe(14);
  expect(first && first.end - first.start).toBe(1);
  expect(first?.lit?.[0]).toBeCloseTo(4 / 6, 6);
});

test('nothing is lit for a part that belongs to another token', () => {
  const { lit } = litMember(CLAIMS, 'role');
  const other = jws('{"a":1}');
  const foreign = { ...lit, segment: { ...lit.segment, start: null } };
  expect(encodedPieces(other.text.length, other.segments, foreign).filter((piece) => piece.lit)).toEqual([]);
});
