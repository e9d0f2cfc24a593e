import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, header, headerValues, requestLine, statusLine, withoutHeader } from '#core/http.ts';
import { isJsonObject, jsonEqual } from '#core/json.ts';
import { applyChange, changeType, type WorldState } from '#core/state.ts';

test('header names are found in any case, and Set-Cookie keeps each of its fields', () => {
  const headers = [
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['Allow', 'GET'],
  ] as const;
  expect(header(headers, 'ALLOW')).toBe('GET');
  expect(header(headers, 'Cookie')).toBeNull();
  expect(headerValues(headers, 'SET-COOKIE')).toEqual(['a=1', 'b=2']);
  expect(withoutHeader(headers, 'SET-cookie')).toEqual([['Allow', 'GET']]);
});

test('start lines are written as HTTP/1.1 has them', () => {
  const request = { method: 'GET', url: 'https://app.example/a?b=c', headers: [], body: '' };
  expect(requestLine(request)).toBe('GET /a?b=c HTTP/1.1');
  expect(statusLine({ status: 401, headers: [], body: '' })).toBe('HTTP/1.1 401 Unauthorized');
  expect(statusLine({ status: 599, headers: [], body: '' })).toBe('HTTP/1.1 599');
});

test('bytes are counted in UTF-8', () => {
  expect(byteLength('Zoë')).toBe(4);
});

/** Members in one order, so that texts can be compared; an object stays told from an array. */
function sorted(value: unknown): unknown {
  if (!isJsonObject(value)) return Array.isArray(value) ? value.map(sorted) : value;
  const members = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const);
  // Under a name, so that `{}` does not become `[]`.
  return { members: members.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

test('equality of plain data ignores the order of members and nothing else', () => {
  expect(jsonEqual({ a: 1, b: [null] }, { b: [null], a: 1 })).toBe(true);
  expect(jsonEqual({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(jsonEqual([], {})).toBe(false);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(jsonEqual(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      expect(jsonEqual(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }),
  );
});

test('a change replaces one entry and shares every other area', () => {
  const state: WorldState = { 'laptop/cookies': { a: '1' }, 'app-1/files': { f: 'x' } };
  const area = { owner: 'laptop', name: 'cookies' } as const;
  const added = applyChange(state, { area, key: 'b', before: null, after: '2' });
  expect(added['laptop/cookies']).toEqual({ a: '1', b: '2' });
  expect(added['app-1/files']).toBe(state['app-1/files']);
  const removed = applyChange(added, { area, key: 'a', before: '1', after: null });
  expect(removed['laptop/cookies']).toEqual({ b: '2' });
});

test('a change is an addition, a change or a removal', () => {
  expect(changeType({ before: null, after: 1 })).toBe('added');
  expect(changeType({ before: 1, after: 2 })).toBe('changed');
  expect(changeType({ before: 1, after: null })).toBe('removed');
});
