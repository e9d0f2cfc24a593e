import { expect, test } from 'vitest';
import { memberPath } from '#anatomy/member-path.ts';
import { memberAt, memberCount, rowOfNode } from '#anatomy/members.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { scanJson } from '#token/json-scan.ts';
import { encodeUtf8 } from '#token/utf8.ts';

function tree(text: string): JsonTree {
  return scanJson(encodeUtf8(text));
}

function rows(text: string) {
  const json = tree(text);
  return Array.from({ length: memberCount(json) }, (_, row) => memberAt(json, row));
}

test('members come in the order of the text, with their literals', () => {
  expect(rows('{"b":1.0,"a":1e400,"c":"x\\u0041"}').map(({ label, value }) => [label, value])).toEqual([
    ['b', '1.0'],
    ['a', '1e400'],
    ['c', String.raw`"x\u0041"`],
  ]);
});

test('a string with escapes says what a parser reads', () => {
  expect(rows(String.raw`{"c":"x\u0041"}`)[0]?.reads).toBe('xA');
  expect(rows('{"c":"xA"}')[0]?.reads).toBeNull();
});

test('of a name that comes twice the last is kept, however it is spelled', () => {
  expect(
    rows(String.raw`{"sub":1,"\u0073ub":2,"x":3}`).map(({ label, name, duplicate }) => [label, name, duplicate]),
  ).toEqual([
    ['sub', 'sub', 'lost'],
    [String.raw`\u0073ub`, 'sub', 'kept'],
    ['x', 'x', null],
  ]);
});

test('the same name in another object is no duplicate', () => {
  expect(rows('{"a":{"sub":1},"sub":2}').map(({ duplicate }) => duplicate)).toEqual([null, null, null]);
});

test('elements are numbered within their array', () => {
  expect(rows('{"a":[5,[6,7]]}').map(({ label, level }) => [label, level])).toEqual([
    ['a', 1],
    ['[0]', 2],
    ['[1]', 2],
    ['[0]', 3],
    ['[1]', 3],
  ]);
});

test('objects and arrays say how much they hold', () => {
  expect(rows('{"a":[],"b":{"c":1}}').map(({ value }) => value)).toEqual(['0 elements', '1 member', '1']);
});

test('names such as __proto__ are names', () => {
  expect(rows('{"__proto__":1,"constructor":2,"toString":3}').map(({ label }) => label)).toEqual([
    '__proto__',
    'constructor',
    'toString',
  ]);
});

test('a lone value is one row', () => {
  const json = tree('"text"');
  expect(memberCount(json)).toBe(1);
  expect(memberAt(json, 0)).toMatchObject({ label: null, value: '"text"' });
  expect(rowOfNode(json, 0)).toBe(0);
});

test('ten thousand levels are ten thousand rows, each at its own cost', () => {
  const json = tree(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  expect(memberCount(json)).toBe(9999);
  expect(memberAt(json, 9998)).toMatchObject({ level: 9999, label: '[0]' });
  expect(memberPath(json, 9999)).toBe('…[0][0][0][0]');
});

test('a path is short, and safe to show', () => {
  const json = tree('{"realm":{"roles":["a","\\u202Ex"]},"a.b":{"\\u200B":1}}');
  const paths = Array.from({ length: json.size }, (_, node) => memberPath(json, node));
  expect(paths).toEqual([
    null,
    'realm',
    'realm.roles',
    'realm.roles[0]',
    'realm.roles[1]',
    '["a.b"]',
    String.raw`["a.b"]["\u200B"]`,
  ]);
});
