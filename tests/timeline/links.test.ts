import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEVICES } from '#core/actors.ts';
import { EXCHANGES, PHASES } from '#core/events.ts';
import { EDITABLE_AREAS, type Intent, STATEMENT_LIMIT } from '#core/intents.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import { SCHEMES } from '#core/schemes.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { readEdit, TYPED_PASSWORD, writeEdit } from '#timeline/link-edit.ts';
import { decodeLink, encodeLink, LINK_LIMIT, type LinkState, linkState } from '#timeline/links.ts';
import { openingSide, type SideSpec } from '#timeline/specs.ts';
import type { BranchEdit } from '#timeline/state.ts';
import { LESSON, OTHER_LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

const LESSON_LIST = [LESSON, OTHER_LESSON];
const OPENING: LinkState = {
  lesson: 'small',
  version: 3,
  left: openingSide(LESSON, 'left'),
  right: openingSide(LESSON, 'right'),
  at: null,
};

function written(link: LinkState): string {
  const writing = encodeLink(link, LESSON);
  if (!writing.ok) throw new Error(writing.problem.code);
  return writing.fragment;
}

function typedAtConsole(statement: string): string {
  return writeEdit({ kind: 'insert', before: null, intent: { id: 'q', kind: 'sql', statement } });
}

describe('writing', () => {
  test('a lesson as it opens has the shortest link', () => {
    expect(written(OPENING)).toBe('#/flows/small');
  });

  test('a place says the version it was made for', () => {
    expect(written({ ...OPENING, at: 'users/request/ask/0' })).toBe('#/flows/small?v=3&at=users/request/ask/0');
  });

  test('a side says only what is not as the lesson has it', () => {
    const right = { ...OPENING.right, settings: { ...OPENING.right.settings, denylist: true, accessLifetime: 3_600 } };
    expect(written({ ...OPENING, right })).toBe('#/flows/small?v=3&rs=denylist:on,access-lifetime:3600');
  });

  test('changes go by their name, edits by what they do', () => {
    const left: SideSpec = {
      scheme: 'jwt',
      settings: DEFAULT_SETTINGS,
      edits: [
        { kind: 'change', change: 'phone' },
        { kind: 'insert', before: null, intent: { id: 'late', kind: 'wait', seconds: 60 } },
        { kind: 'remove', intent: 'users' },
      ],
    };
    expect(written({ ...OPENING, left })).toBe(
      '#/flows/small?v=3&l=jwt&le=c.phone,i._.late.wait.60,x.users&at=opening',
    );
  });

  test('a statement at the console can be read in its link', () => {
    const intent: Intent = { id: 'q', kind: 'sql', statement: "DELETE FROM sessions WHERE user_id = 42 -- John's" };
    const left: SideSpec = { ...OPENING.left, edits: [{ kind: 'insert', before: null, intent }] };
    expect(written({ ...OPENING, left })).toBe(
      '#/flows/small?v=3&le=i._.q.sql.DELETE_FROM_sessions_WHERE_user~5Fid_~3D_42_--_John~27s&at=opening',
    );
  });

  test('a changed password never enters a link but as whose it is', () => {
    const intent: Intent = {
      id: 'p',
      kind: 'change-password',
      device: 'laptop',
      old: DEMO_PASSWORDS.john,
      password: 'hunter2',
    };
    const left: SideSpec = { ...OPENING.left, edits: [{ kind: 'insert', before: null, intent }] };
    expect(written({ ...OPENING, left })).toBe(
      '#/flows/small?v=3&le=i._.p.change-password.laptop.john.other&at=opening',
    );
  });

  test('a typed password never enters a link, and the writing says so', () => {
    const intent: Intent = { id: 'login', kind: 'login', device: 'laptop', person: 'john', password: 'hunter2' };
    const left = { ...OPENING.left, edits: [{ kind: 'replace', intent } as const] };
    const writing = encodeLink({ ...OPENING, left }, LESSON);
    expect(writing).toMatchObject({ ok: true, omits: ['password'] });
    expect(JSON.stringify(writing)).not.toContain('hunter2');
    const reading = decodeLink(writing.ok ? writing.fragment : '', LESSON_LIST);
    expect(reading.ok && reading.state.left.edits).toEqual([
      { kind: 'replace', intent: { ...intent, password: TYPED_PASSWORD } },
    ]);
  });

  test('what is too large for a link is said instead of being cut', () => {
    const edits = Array.from({ length: 20 }, (_, index): BranchEdit => ({
      kind: 'insert',
      before: null,
      intent: { id: `more-${index}-${'x'.repeat(50)}`, kind: 'wait', seconds: index },
    }));
    const side = { ...OPENING.left, edits };
    const writing = encodeLink({ ...OPENING, left: side, right: side }, LESSON);
    expect(writing).toMatchObject({ ok: false, problem: { code: 'too-long', limit: LINK_LIMIT } });
  });

  test('no link is written that would not be read again for its many changes', () => {
    const edits = Array.from({ length: 25 }, (_, index): BranchEdit => ({
      kind: 'insert',
      before: null,
      intent: { id: `w${index}`, kind: 'wait', seconds: 1 },
    }));
    const right = { ...OPENING.right, edits };
    expect(encodeLink({ ...OPENING, right }, LESSON)).toMatchObject({
      ok: false,
      problem: { code: 'too-many-edits', part: 're', value: '25' },
    });
    expect(encodeLink({ ...OPENING, right: { ...right, edits: edits.slice(1) } }, LESSON)).toMatchObject({ ok: true });
  });
});

describe('reading', () => {
  test.each([
    ['', 'not-a-lesson-link', 'path', ''],
    ['#/token', 'not-a-lesson-link', 'path', '#/token'],
    ['#/flows/', 'not-a-lesson-link', 'path', '#/flows/'],
    ['#/flows/tiny', 'unknown-lesson', 'lesson', 'tiny'],
    ['#/flows/__proto__', 'unknown-lesson', 'lesson', '__proto__'],
    ['#/flows/small?at=start', 'version-missing', 'v', ''],
    ['#/flows/small?v=2&at=start', 'version-differs', 'v', '2'],
    ['#/flows/small?v=03', 'version-differs', 'v', '03'],
    ['#/flows/small?v=3&x=1', 'unknown-parameter', 'link', 'x'],
    ['#/flows/small?v=3&toString=1', 'unknown-parameter', 'link', 'toString'],
    ['#/flows/small?v=3&', 'unknown-parameter', 'link', ''],
    ['#/flows/small?v=3&v=3', 'repeated-parameter', 'link', 'v'],
    ['#/flows/small?v=3&at=%E0%A4%A', 'bad-escape', 'link', 'at=%E0%A4%A'],
    ['#/flows/small?v=3&l=cookie', 'unknown-scheme', 'l', 'cookie'],
    ['#/flows/small?v=3&r=', 'unknown-scheme', 'r', ''],
    ['#/flows/small?v=3&ls=deny:on', 'unknown-setting', 'ls', 'deny'],
    ['#/flows/small?v=3&rs=denylist:yes', 'bad-setting', 'rs', 'denylist:yes'],
    ['#/flows/small?v=3&rs=idle:-1', 'bad-setting', 'rs', 'idle:-1'],
    ['#/flows/small?v=3&rs=', 'unknown-setting', 'rs', ''],
    ['#/flows/small?v=3&le=c.tablet&at=start', 'unknown-change', 'le', 'c.tablet'],
    ['#/flows/small?v=3&re=x.nobody&at=start', 'unknown-intent', 're', 'x.nobody'],
    ['#/flows/small?v=3&re=i.nobody.late.wait.5&at=start', 'unknown-intent', 're', 'i.nobody.late.wait.5'],
    ['#/flows/small?v=3&re=i._.login.wait.5&at=start', 'bad-edit', 're', 'i._.login.wait.5'],
    ['#/flows/small?v=3&re=c.phone,c.phone&at=start', 'bad-edit', 're', 'c.phone'],
    ['#/flows/small?v=3&re=z.5&at=start', 'bad-edit', 're', 'z.5'],
    ['#/flows/small?v=3&re=i._.late.wait.5.6&at=start', 'bad-edit', 're', 'i._.late.wait.5.6'],
    ['#/flows/small?v=3&re=i._.late.wait.1e9&at=start', 'bad-edit', 're', 'i._.late.wait.1e9'],
    ['#/flows/small?v=3&re=i._.late.login.tablet.john._&at=start', 'bad-edit', 're', 'i._.late.login.tablet.john._'],
    ['#/flows/small?v=3&re=i._.late.sql&at=start', 'bad-edit', 're', 'i._.late.sql'],
    ['#/flows/small?v=3&re=i._.late.sql.a%20b&at=start', 'bad-edit', 're', 'i._.late.sql.a b'],
    ['#/flows/small?v=3&re=i._.late.sql.~&at=start', 'bad-edit', 're', 'i._.late.sql.~'],
    ['#/flows/small?v=3&re=i._.late.sql.~41&at=start', 'bad-edit', 're', 'i._.late.sql.~41'],
    ['#/flows/small?v=3&re=i._.late.sql.~FF&at=start', 'bad-edit', 're', 'i._.late.sql.~FF'],
    ['#/flows/small?v=3&re=i._.late.sql.~ED~A0~80&at=start', 'bad-edit', 're', 'i._.late.sql.~ED~A0~80'],
    ['#/flows/small?v=3&re=i._.late.delete-file.~&at=start', 'bad-edit', 're', 'i._.late.delete-file.~'],
    [
      '#/flows/small?v=3&re=i._.late.edit-storage.laptop.memory.a.b&at=start',
      'bad-edit',
      're',
      'i._.late.edit-storage.laptop.memory.a.b',
    ],
    [
      '#/flows/small?v=3&re=i._.late.set-role.laptop.john.king&at=start',
      'bad-edit',
      're',
      'i._.late.set-role.laptop.john.king',
    ],
    ['#/flows/small?v=3&re=&at=start', 'bad-edit', 're', ''],
    ['#/flows/small?v=3&re=x.users', 'cut-off', 'link', '…small?v=3&re=x.users'],
    ['#/flows/small?v=3&re=i._.q.sql.DELETE_FROM_sess&at=', 'cut-off', 'link', '…DELETE_FROM_sess&at='],
    ['#/flows/small?v=3&re=x.users&at=users/requ', 'bad-step', 'at', 'users/requ'],
    ['#/flows/small?v=3&at=somewhere', 'bad-step', 'at', 'somewhere'],
    ['#/flows/small?v=3&at=users/request/ask/01', 'bad-step', 'at', 'users/request/ask/01'],
    [`#/flows/small?v=3&re=${'x.users,'.repeat(25)}x.users&at=start`, 'too-many-edits', 're', '26'],
  ])('%s has the problem %s', (fragment, code, part, value) => {
    const reading = decodeLink(fragment, LESSON_LIST);
    expect(reading).toMatchObject({ ok: false, problem: { code, part, value } });
  });

  test('a statement is read as far as one may be long', () => {
    for (const character of ['x', 'é', '漢']) {
      const longest = character.repeat(STATEMENT_LIMIT);
      expect(readEdit(typedAtConsole(longest))).toMatchObject({ intent: { statement: longest } });
      expect(readEdit(typedAtConsole(`${longest}x`))).toBeNull();
    }
  });

  test('any text comes back from an edit as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.option(fc.string({ unit: 'grapheme' })),
        (key, value) => {
          const intent: Intent = { id: 'e', kind: 'edit-storage', device: 'phone', area: 'cookies', key, value };
          const edit: BranchEdit = { kind: 'replace', intent };
          fc.pre(key.length <= 300);
          expect(readEdit(writeEdit(edit))).toEqual(edit);
        },
      ),
    );
  });

  test('whatever an edit is made of, reading it ends in an edit that is written the same, or in nothing', () => {
    const words = fc.constantFrom(
      'i',
      'r',
      '_',
      'late',
      'sql',
      'edit-storage',
      'laptop',
      'cookies',
      '~',
      '~2E',
      'a',
      'reload',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 9 }), (all) => {
        const text = all.join('.');
        const edit = readEdit(text);
        expect(edit ? writeEdit(edit) : text).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a link that is too long is not even looked at', () => {
    const reading = decodeLink(`#/flows/small?v=3&at=${'x'.repeat(LINK_LIMIT)}`, LESSON_LIST);
    expect(reading).toMatchObject({ ok: false, problem: { code: 'too-long', part: 'link' } });
    expect(!reading.ok && reading.problem.value.length).toBeLessThan(100);
  });

  test.each([
    ['#/flows/tiny', { known: ['small', 'other'] }],
    ['#/flows/small?v=2&at=start', { expected: 3 }],
    ['#/flows/small?v=3&l=cookie', { known: ['php-session', 'sql-session', 'jwt', 'hybrid'] }],
    ['#/flows/small?v=3&rs=denylist:maybe', { allowed: 'on or off' }],
  ])('the problem of %s says what would have been right', (fragment, right) => {
    expect(decodeLink(fragment, LESSON_LIST)).toMatchObject({ ok: false, problem: right });
  });

  test('it never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '#/flows/small',
      '?',
      '&',
      '=',
      'v=3',
      'l=',
      'rs=',
      'le=',
      'at=',
      'c.phone',
      'i._.',
      'x.',
      ',',
      ':',
      '%',
      '%41',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = decodeLink(text, LESSON_LIST);
        expect(reading.ok ? reading.state.lesson : reading.problem.code).toEqual(expect.any(String));
      }),
      { numRuns: 2_000 },
    );
  });
});

const ids = fc.stringMatching(/^n-[a-z0-9-]{1,8}$/);
const device = fc.constantFrom(...DEVICES);
const person = fc.constantFrom('john' as const, 'zoya' as const);
/** Every kind of character that a link must carry, the ones that part its words among them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constantFrom(
    '',
    ' ',
    '_',
    '~',
    '%',
    '.',
    ',',
    '&',
    '~20',
    "DELETE FROM sessions WHERE id = 1; -- it's",
    'ключ=🔑',
    '\0\n',
  ),
);
const password = fc.constantFrom(DEMO_PASSWORDS.john, DEMO_PASSWORDS.zoya, TYPED_PASSWORD);
const single: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({
    id: ids,
    kind: fc.constant('login' as const),
    device,
    person: fc.constantFrom('john' as const, 'zoya' as const),
  }),
  fc.record(
    {
      id: ids,
      kind: fc.constant('list-users' as const),
      device,
      credential: fc.constantFrom('own' as const, 'none' as const, 'copied' as const, 'edited' as const),
      tab: fc.constant(2 as const),
    },
    { requiredKeys: ['id', 'kind', 'device'] },
  ),
  fc.record(
    { id: ids, kind: fc.constant('refresh' as const), device, tab: fc.constant(2 as const) },
    { requiredKeys: ['id', 'kind', 'device'] },
  ),
  fc.record(
    { id: ids, kind: fc.constant('logout' as const), device, tab: fc.constant(2 as const) },
    { requiredKeys: ['id', 'kind', 'device'] },
  ),
  fc.record({ id: ids, kind: fc.constant('copy-credential' as const), device, to: device }),
  fc.record({ id: ids, kind: fc.constant('wait' as const), seconds: fc.nat(1_000_000) }),
  fc.record({
    id: ids,
    kind: fc.constant('configure' as const),
    settings: fc.record({ denylist: fc.boolean(), leeway: fc.nat(3_600) }, { requiredKeys: [] }),
  }),
  fc.record(
    { id: ids, kind: fc.constant('change-email' as const), device, email: text, tab: fc.constant(2 as const) },
    { requiredKeys: ['id', 'kind', 'device', 'email'] },
  ),
  fc.record({ id: ids, kind: fc.constant('change-password' as const), device, old: password, password }),
  fc.record({ id: ids, kind: fc.constant('logout-everywhere' as const), device }),
  fc.record({ id: ids, kind: fc.constantFrom('end-sessions' as const, 'disable' as const), device, person }),
  fc.record({
    id: ids,
    kind: fc.constant('set-role' as const),
    device,
    person,
    role: fc.constantFrom('admin' as const, 'member' as const),
  }),
  fc.record({ id: ids, kind: fc.constant('sql' as const), statement: text }),
  fc.record({ id: ids, kind: fc.constant('restart-server' as const) }),
  fc.record({ id: ids, kind: fc.constant('delete-file' as const), file: text }),
  fc.record(
    {
      id: ids,
      kind: fc.constantFrom('reload' as const, 'close-tab' as const),
      device,
      tab: fc.constant(2 as const),
    },
    { requiredKeys: ['id', 'kind', 'device'] },
  ),
  fc.record({ id: ids, kind: fc.constant('close-browser' as const), device }),
  fc.record({
    id: ids,
    kind: fc.constant('edit-storage' as const),
    device,
    area: fc.constantFrom(...EDITABLE_AREAS),
    key: text,
    value: fc.option(text),
  }),
);
const intent: fc.Arbitrary<Intent> = fc.oneof(
  single,
  fc.record({
    id: ids,
    kind: fc.constant('together' as const),
    intents: fc.uniqueArray(single, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
  }),
);
const settings: fc.Arbitrary<Settings> = fc.record({
  idle: fc.integer({ min: 1, max: 99_999 }),
  absolute: fc.integer({ min: 1, max: 99_999 }),
  denylist: fc.boolean(),
  cutOff: fc.boolean(),
  accessLifetime: fc.integer({ min: 1, max: 99_999 }),
  refreshLifetime: fc.integer({ min: 1, max: 99_999 }),
  leeway: fc.nat(3_600),
  algorithm: fc.constantFrom('HS256' as const, 'RS256' as const, 'EdDSA' as const),
  transport: fc.constantFrom('header' as const, 'cookie' as const),
  clientStorage: fc.constantFrom('localStorage' as const, 'memory' as const),
  refreshAhead: fc.boolean(),
  hybridAccessLifetime: fc.integer({ min: 1, max: 99_999 }),
  refreshTransport: fc.constantFrom('body' as const, 'cookie' as const),
  grace: fc.nat(3_600),
  tabLock: fc.boolean(),
});
/** Edits that can follow each other: each inserted intent has a name of its own, and what is named is there. */
const edits: fc.Arbitrary<readonly BranchEdit[]> = fc
  .tuple(
    fc.subarray(['phone', 'replay', 'denylist-on']),
    fc.uniqueArray(intent, { maxLength: 4, selector: ({ id }) => id }),
    fc.boolean(),
    fc.option(fc.constantFrom('login', 'users', 'logout'), { nil: null }),
  )
  .map(([changes, inserted, withRemoval, before]): readonly BranchEdit[] => [
    ...changes.map((change) => ({ kind: 'change', change }) as const),
    ...inserted.map((one) => ({ kind: 'insert', before, intent: one }) as const),
    ...(withRemoval ? [{ kind: 'remove', intent: 'users' } as const] : []),
  ])
  .filter((all) => {
    const names = all.flatMap((edit) => (edit.kind === 'insert' ? namesIn(edit.intent) : []));
    return new Set(names).size === names.length;
  });
function namesIn(one: Intent): readonly string[] {
  return one.kind === 'together' ? [one.id, ...one.intents.flatMap(namesIn)] : [one.id];
}
const sideSpec: fc.Arbitrary<SideSpec> = fc.record({ scheme: fc.constantFrom(...SCHEMES), settings, edits });
const at = fc.oneof(
  fc.constant(null),
  fc.constant('start' as const),
  fc
    .tuple(ids, fc.constantFrom(...EXCHANGES), fc.constantFrom(...PHASES), fc.nat(99))
    .map(([id, exchange, phase, ordinal]) => `${id}/${exchange}/${phase}/${ordinal}` as const),
);

test('what is written is read back, whatever the state', () => {
  const states = fc.record({
    lesson: fc.constant('small'),
    version: fc.constant(3),
    left: sideSpec,
    right: sideSpec,
    at,
  });
  fc.assert(
    fc.property(states, (state) => {
      expect(decodeLink(written(state), LESSON_LIST)).toEqual({ ok: true, state });
    }),
    { numRuns: 500 },
  );
});

test('a link holds only characters that survive where links are pasted', () => {
  fc.assert(
    fc.property(sideSpec, at, (left, place) => {
      expect(written({ ...OPENING, left, at: place })).toMatch(/^#\/flows\/small(\?[\w=&:,./~-]+)?$/);
    }),
  );
});

test('of a link with edits no beginning makes other edits: it is refused, or has all of them, or none', () => {
  const one = fc.record({ scheme: fc.constantFrom(...SCHEMES), settings, edits });
  fc.assert(
    fc.property(one, one, at, (left, right, place) => {
      const whole = written({ ...OPENING, left, right, at: place });
      const all = decodeLink(whole, LESSON_LIST);
      if (!all.ok) throw new Error(all.problem.code);
      for (let length = 0; length < whole.length; length += 1) {
        const cut = decodeLink(whole.slice(0, length), LESSON_LIST);
        if (!cut.ok) continue;
        const { left: l, right: r } = cut.state;
        if (l.edits.length === 0 && r.edits.length === 0) continue;
        // Whole but for the last digits of the row: the same phase of the same intent.
        expect({ ...cut.state, at: null }).toEqual({ ...all.state, at: null });
        expect(all.state.at?.startsWith(cut.state.at ?? '-')).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('a link with edits opens wherever in it the row stands', () => {
  const link = decodeLink('#/flows/small?v=3&at=users/request/ask/0&re=x.users', LESSON_LIST);
  expect(link).toMatchObject({
    ok: true,
    state: { at: 'users/request/ask/0', right: { edits: [{ kind: 'remove' }] } },
  });
});

test('the link to what is on screen opens exactly that, paused', async () => {
  const first = await openTimeline();
  first.actions.applyChange('phone');
  first.actions.setSetting('right', { denylist: true });
  await idle(first);
  first.actions.pickSide('left', { scheme: 'jwt' });
  await idle(first);
  first.actions.seekStep('phone/request/ask/0');
  const state = linkState(first.store.getState());
  if (!state) throw new Error('nothing to link to');

  const reading = decodeLink(written(state), LESSON_LIST);
  if (!reading.ok) throw new Error(reading.problem.code);
  const second = await openTimeline(LESSON, reading.state);
  expect(linkState(second.store.getState())).toEqual(state);
  expect(stepsOf(second)).toEqual(stepsOf(first));
  expect(second.store.getState()).toMatchObject({
    cursor: first.store.getState().cursor,
    playing: false,
    linkProblem: null,
  });
});

test('a step that the run does not have is said, and the lesson opens at its own place', async () => {
  const timeline = await openTimeline(LESSON, { ...OPENING, at: 'phone/request/ask/0' });
  expect(timeline.store.getState()).toMatchObject({
    cursor: 0,
    linkProblem: { code: 'unknown-step', part: 'at', value: 'phone/request/ask/0' },
  });
});

test('the start is a place of its own, even where a lesson opens later', async () => {
  const later = { ...LESSON, opensAt: [{ intent: 'users', phase: 'act' }] } as const;
  const atStart = await openTimeline(later, { ...OPENING, at: 'start' });
  expect(atStart.store.getState().cursor).toBe(0);
  const atOpening = await openTimeline(later, OPENING);
  expect(atOpening.store.getState().cursor).toBeGreaterThan(0);
});

test('there is nothing to link to before a comparison stands on screen', async () => {
  const { createTimeline } = await import('#timeline/store.ts');
  expect(linkState(createTimeline().store.getState())).toBeNull();
});

test('every real lesson has a link that opens it', () => {
  for (const lesson of LESSONS) {
    const fragment = `#/flows/${lesson.id}`;
    const reading = decodeLink(fragment, LESSONS);
    expect(reading).toMatchObject({ ok: true, state: { lesson: lesson.id, version: lesson.version, at: null } });
    expect(reading.ok && encodeLink(reading.state, lesson)).toMatchObject({ fragment });
  }
});
