import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathOf, shownPath } from '#token/json-path.ts';
import { toPlainJson } from '#token/json-plain.ts';
import { scanJson } from '#token/json-scan.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { encodeUtf8 } from '#token/utf8.ts';

function scan(text: string): JsonTree {
  return scanJson(encodeUtf8(text));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const spaces = fc.constantFrom('', ' ', '\n', '\t ', '\r\n');

describe('the JSON scanner', () => {
  test('reads the values that JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), spaces, (text, space) => {
        const tree = scan(space + text + space);
        expect(tree.faults).toEqual([]);
        expect(JSON.stringify(toPlainJson(tree))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('finds a fault exactly where JSON.parse throws', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...Array.from('{}[]",:0123456789.eE+-\\u/bnrtfalsetrueul \n\t\u0001é')),
      maxLength: 24,
    });
    fc.assert(
      fc.property(fc.oneof(hostile, mutatedJson()), (text) => {
        expect(scan(text).isWellFormed).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('never throws on any bytes, and keeps every node inside its parent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 120 }), mutatedBytes()), (bytes) => {
        const tree = scanJson(bytes);
        for (let node = 0; node < tree.size; node += 1) {
          const { start, end } = tree.memberRange(node);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(bytes.length);
          const parent = tree.parent(node);
          if (parent < 0) continue;
          expect(start).toBeGreaterThan(tree.valueRange(parent).start);
          expect(end).toBeLessThanOrEqual(tree.valueRange(parent).end);
        }
      }),
    );
  });

  test('keeps order, literals and the bytes of each member', () => {
    const text = '{ "b" : 1.0, "a":[true, null ,"x\\ny"] }';
    const tree = scan(text);
    expect([...tree.children(0)].map((node) => tree.name(node))).toEqual(['b', 'a']);
    const [first = -1, list = -1] = tree.children(0);
    expect(tree.literal(first)).toBe('1.0');
    const { start, end } = tree.memberRange(first);
    expect(text.slice(start, end)).toBe('"b" : 1.0');
    expect([...tree.children(list)].map((node) => tree.kind(node))).toEqual(['true', 'null', 'string']);
    const last = [...tree.children(list)].at(-1) ?? -1;
    expect(tree.string(last)).toBe('x\ny');
    expect(tree.literal(last)).toBe('"x\\ny"');
    expect(pathOf(tree, last)).toEqual(['a', 2]);
  });

  test('counts bytes, not characters', () => {
    const tree = scan('{"é":"漢","z":1}');
    const [first = -1, second = -1] = tree.children(0);
    expect(tree.nameRange(first)).toEqual({ start: 1, end: 5 });
    expect(tree.valueRange(first)).toEqual({ start: 6, end: 11 });
    expect(tree.name(second)).toBe('z');
    expect(tree.string(first)).toBe('漢');
  });

  test('marks all but the last of repeated names, however they are spelled', () => {
    const tree = scan('{"sub":"a","x":1,"\\u0073ub":"b","s\\u0075b":"c"}');
    expect([...tree.children(0)].map((node) => tree.isShadowed(node))).toEqual([true, false, true, false]);
    expect(tree.string(tree.member(0, 'sub'))).toBe('c');
  });

  test('marks the same members in a large object as in a small one', () => {
    const names = fc.array(fc.constantFrom('a', 'b', '\\u0061', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(names, (list) => {
        const tree = scan(`{${list.map((name) => `"${name}":0`).join(',')}}`);
        const read = list.map((name) => JSON.parse(`"${name}"`) as string);
        const expected = read.map((name, i) => read.lastIndexOf(name) > i);
        expect([...tree.children(0)].map((node) => tree.isShadowed(node))).toEqual(expected);
      }),
    );
  });

  test('treats __proto__, constructor and toString as names', () => {
    const text = '{"__proto__":{"admin":true},"constructor":1,"toString":2}';
    const plain = toPlainJson(scan(text));
    expect(JSON.stringify(plain)).toBe(text);
    expect(Object.getPrototypeOf(plain)).toBeNull();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('walks ten thousand levels without recursion', () => {
    const deep = scan('['.repeat(10_000) + ']'.repeat(10_000));
    expect(deep.depth).toBe(10_000);
    expect(deep.isWellFormed).toBe(true);
    expect(pathOf(deep, 9_999)).toHaveLength(9_999);
    expect(toPlainJson(deep)).toHaveLength(1);
    const cut = scan('{"a":'.repeat(10_000));
    expect(cut.size).toBe(10_000);
    expect(cut.faults).toMatchObject([{ code: 'json-unclosed' }]);
  });

  test('writes paths to read', () => {
    const tree = scan('{"realm":{"roles":["x"]},"a.b":{"\\u202e":1}}');
    expect(shownPath(pathOf(tree, 3))).toBe('realm.roles[0]');
    expect(shownPath(pathOf(tree, 5))).toBe('["a.b"]["\\u202E"]');
    expect(shownPath(pathOf(tree, 0))).toBe('');
  });
});

/** JSON with one character changed, taken away or put in. */
function mutatedJson(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', '\n'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + (at % 2));
    });
}

function mutatedBytes(): fc.Arbitrary<Uint8Array> {
  return fc.tuple(mutatedJson(), fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
    const bytes = encodeUtf8(text).slice();
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });
}
