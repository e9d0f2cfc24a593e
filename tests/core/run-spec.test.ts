import { expect, test } from 'vitest';
import { allIntents, applyEdit, type Intent, type RunSpec } from '#core/intents.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const login: Intent = { id: 'login', kind: 'login', device: 'laptop', person: 'john' };
const users: Intent = { id: 'users', kind: 'list-users', device: 'laptop' };
const pause: Intent = { id: 'pause', kind: 'wait', seconds: 60 };
const spec: RunSpec = {
  scheme: 'jwt',
  settings: DEFAULT_SETTINGS,
  seed: 1,
  intents: [login, users],
};

const idsAfter = (edit: Parameters<typeof applyEdit>[1]): string[] => applyEdit(spec, edit).intents.map(({ id }) => id);

test('an intent goes in before another, or at the end', () => {
  expect(idsAfter({ kind: 'insert', before: 'users', intent: pause })).toEqual(['login', 'pause', 'users']);
  expect(idsAfter({ kind: 'insert', before: null, intent: pause })).toEqual(['login', 'users', 'pause']);
});

test('an intent is replaced or removed by its id', () => {
  const anonymous: Intent = { ...users, credential: 'none' };
  expect(applyEdit(spec, { kind: 'replace', intent: anonymous }).intents).toEqual([login, anonymous]);
  expect(idsAfter({ kind: 'remove', intent: 'users' })).toEqual(['login']);
});

test('a setting changes and the others stay', () => {
  expect(applyEdit(spec, { kind: 'set', settings: { denylist: true } }).settings).toEqual({
    ...DEFAULT_SETTINGS,
    denylist: true,
  });
});

test('an edit that names an unknown intent leaves the spec as it is', () => {
  expect(applyEdit(spec, { kind: 'insert', before: 'nope', intent: pause })).toEqual(spec);
  expect(applyEdit(spec, { kind: 'remove', intent: 'nope' })).toEqual(spec);
});

test('the spec that was edited is untouched', () => {
  const before = structuredClone(spec);
  applyEdit(spec, { kind: 'remove', intent: 'users' });
  expect(spec).toEqual(before);
});

test('what happens at once is listed one by one, after what holds it together', () => {
  const inner: Intent = { id: 'inner', kind: 'together', intents: [users] };
  const outer: Intent = { id: 'outer', kind: 'together', intents: [login, inner] };
  expect(allIntents([outer, pause]).map(({ id }) => id)).toEqual(['outer', 'login', 'inner', 'users', 'pause']);
});
