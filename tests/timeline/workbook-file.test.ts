import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEMES } from '#core/schemes.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { TYPED_PASSWORD } from '#timeline/link-edit.ts';
import { cleanName, renamed } from '#timeline/naming.ts';
import { branchOf } from '#timeline/shown.ts';
import type { SideSpec } from '#timeline/specs.ts';
import { compared } from '#timeline/standing-runs.ts';
import type { BranchEdit } from '#timeline/state.ts';
import { adopted, openingOf, type Workbook, workbookOf } from '#timeline/workbook.ts';
import { FILE_LIMIT, readWorkbookFile, workbookIn, writeWorkbook } from '#timeline/workbook-file.ts';
import type { WorkbookProblem } from '#timeline/workbook-problems.ts';
import { LESSON, OTHER_LESSON } from './lessons.ts';
import { idle, openTimeline } from './opened.ts';

const KNOWN = ['small', 'other'];

function read(text: string): Workbook | WorkbookProblem {
  const reading = readWorkbookFile(text);
  if (!reading.ok) return reading.problem;
  const lesson = [LESSON, OTHER_LESSON].find(({ id }) => id === reading.file.lesson) ?? null;
  const found = workbookIn(reading.file, lesson, KNOWN);
  return found.ok ? found.book : found.problem;
}

function bookOf(runs: Workbook['runs'], rest: Partial<Workbook> = {}): Workbook {
  return {
    lesson: 'small',
    version: 3,
    runs,
    sides: { left: 0, right: 0 },
    past: [],
    future: [],
    at: 'start',
    ...rest,
  };
}

const EDITS: readonly (readonly BranchEdit[])[] = [
  [],
  [{ kind: 'change', change: 'phone' }],
  [
    { kind: 'insert', before: 'logout', intent: { id: 'late', kind: 'wait', seconds: 5_400 } },
    { kind: 'remove', intent: 'users' },
  ],
  [
    {
      kind: 'insert',
      before: null,
      intent: { id: 'drop', kind: 'sql', statement: 'DELETE FROM sessions;\n-- “all”, of them. 100 %' },
    },
  ],
  [{ kind: 'insert', before: null, intent: { id: 'again', kind: 'restart-server' } }],
  [{ kind: 'replace', intent: { id: 'users', kind: 'list-users', device: 'laptop', credential: 'edited' } }],
];

const runs = fc.record({
  given: fc.oneof(fc.constant(null), fc.string({ unit: 'binary', maxLength: 80 }).map(cleanName)),
  column: fc.constantFrom('left' as const, 'right' as const),
  side: fc.record({
    scheme: fc.constantFrom(...SCHEMES),
    settings: fc.record({
      denylist: fc.boolean(),
      leeway: fc.integer({ min: 0, max: 3_600 }),
      accessLifetime: fc.integer({ min: 1, max: 100_000 }),
    }),
    edits: fc.constantFrom(...EDITS),
  }),
});

test('whatever was done, its file says all of it', () => {
  const books = fc.array(runs, { minLength: 1, maxLength: 12 }).chain((list) => {
    const place = fc.nat({ max: list.length - 1 });
    const pair = fc.record({ left: place, right: place });
    return fc.record({
      runs: fc.tuple(
        ...list.map((run) => fc.record({ ...constants(run), parent: fc.oneof(fc.constant(null), place) })),
      ),
      sides: pair,
      past: fc.array(pair, { maxLength: 5 }),
      future: fc.array(pair, { maxLength: 5 }),
      at: fc.constantFrom(null, 'start' as const, 'users/request/ask/0' as const),
    });
  });
  fc.assert(
    fc.property(books, ({ runs: list, ...rest }) => {
      const book = bookOf(
        list.map((run) => ({ ...run, side: whole(run.side) })),
        rest,
      );
      expect(read(writeWorkbook(book, LESSON).text)).toEqual(book);
    }),
    { numRuns: 200 },
  );
});

function constants<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fc.constant(one)])) as never;
}

function whole(side: {
  readonly scheme: SideSpec['scheme'];
  readonly settings: object;
  readonly edits: readonly BranchEdit[];
}): SideSpec {
  return { ...side, settings: { ...DEFAULT_SETTINGS, ...side.settings } };
}

test.each<[string, string, Partial<WorkbookProblem> & Record<string, unknown>]>([
  ['nothing', '', { code: 'not-json' }],
  ['half a file', '{"format":"claimcheck","version":1,', { code: 'not-json' }],
  ['somebody else’s', '{"name":"package"}', { code: 'other-format' }],
  ['a list', '[]', { code: 'other-format' }],
  ['a later format', '{"format":"claimcheck","version":2}', { code: 'other-version', found: 2, expected: 1 }],
  ['no runs', file({ runs: [] }), { code: 'bad-shape', path: 'runs' }],
  ['runs that are none', file({ runs: [{ side: 'top', scheme: 'jwt' }] }), { code: 'bad-shape', path: 'runs.0.side' }],
  [
    'an unknown scheme',
    file({ runs: [{ side: 'left', scheme: '__proto__' }] }),
    { code: 'bad-shape', path: 'runs.0.scheme' },
  ],
  ['a side that is not there', file({ sides: [0, 7] }), { code: 'bad-shape', path: 'sides' }],
  ['a row that is none', file({ at: '<img src=x>' }), { code: 'bad-shape', path: 'at' }],
  ['an unknown lesson', file({ lesson: 'tiny' }), { code: 'unknown-lesson', lesson: 'tiny', known: KNOWN }],
  ['an earlier lesson', file({ lessonVersion: 2 }), { code: 'other-lesson-version', found: 2, expected: 3 }],
  [
    'an edit that makes no sense',
    file({
      runs: [
        { side: 'left', scheme: 'jwt' },
        { side: 'right', scheme: 'jwt', edits: ['z.5'] },
      ],
    }),
    { code: 'bad-run', place: 2, problem: { code: 'bad-edit', part: 're', value: 'z.5' } },
  ],
  [
    'a setting that there is not',
    file({ runs: [{ side: 'left', scheme: 'jwt', settings: 'deny:on' }] }),
    { code: 'bad-run', place: 1, problem: { code: 'unknown-setting', part: 'ls', value: 'deny' } },
  ],
])('a file with %s says what is wrong with it', (_what, text, problem) => {
  expect(read(text)).toMatchObject(problem);
});

function file(members: object): string {
  const runsOf = [{ side: 'left', scheme: 'php-session' }];
  return JSON.stringify({
    format: 'claimcheck',
    version: 1,
    lesson: 'small',
    lessonVersion: 3,
    runs: runsOf,
    sides: [0, 0],
    at: null,
    ...members,
  });
}

test('a file that is too large is not even looked at', () => {
  expect(read(`"${'x'.repeat(FILE_LIMIT)}"`)).toMatchObject({ code: 'too-large', limit: FILE_LIMIT });
});

test('no file makes it throw', () => {
  const members = fc.dictionary(
    fc.constantFrom('runs', 'sides', 'past', 'at', 'lesson', '__proto__', 'x'),
    fc.jsonValue(),
  );
  fc.assert(fc.property(fc.oneof(members.map(file), fc.string(), fc.json()), (text) => typeof read(text) === 'object'));
});

test('a password that was typed stays out of the file, which says so', () => {
  const intent = { id: 'login', kind: 'login', device: 'laptop', person: 'john', password: 'hunter2' } as const;
  const side: SideSpec = { scheme: 'jwt', settings: DEFAULT_SETTINGS, edits: [{ kind: 'replace', intent }] };
  const { text, omits } = writeWorkbook(bookOf([{ given: null, column: 'left', side, parent: null }]), LESSON);
  expect(omits).toBe(true);
  expect(text).not.toContain('hunter2');
  expect(read(text)).toMatchObject({ runs: [{ side: { edits: [{ intent: { password: TYPED_PASSWORD } }] } }] });
});

test('a file opens as it was saved: names, origins, both sides, and what can be undone and done again', async () => {
  const { actions, store } = await worked();
  const book = workbookOf(store.getState());
  if (!book) throw new Error('nothing to save');
  const opened = read(writeWorkbook(book, LESSON).text);
  if (!('runs' in opened)) throw new Error(opened.code);

  const other = await openTimeline(LESSON, openingOf(opened) ?? undefined);
  other.actions.revise((state, lesson) => adopted(state, lesson, opened));
  const state = other.store.getState();
  expect(branchOf(state, 'right')).toMatchObject({ given: 'Strict', spec: { settings: { denylist: true } } });
  const same = workbookOf(state);
  expect(same?.runs).toHaveLength(book.runs.length);
  expect([same?.past.length, same?.future.length]).toEqual([book.past.length, book.future.length]);

  for (const turn of ['undo', 'redo', 'redo'] as const) {
    actions[turn]();
    other.actions[turn]();
    await idle({ store, actions });
    await idle(other);
    for (const column of ['left', 'right'] as const) {
      expect(branchOf(other.store.getState(), column)?.trace).toEqual(branchOf(store.getState(), column)?.trace);
    }
  }
});

/** The denylist switched on under a name, the clock put forward and back again. */
async function worked() {
  const timeline = await openTimeline();
  const { actions, store } = timeline;
  actions.setSetting('right', { denylist: true });
  await idle(timeline);
  actions.revise((state) => renamed(state, state.sides?.right ?? 'b0', 'Strict'));
  const intent = { id: 'later', kind: 'wait', seconds: 60 } as const;
  actions.applyEdit('left', { kind: 'insert', before: 'logout', intent });
  await idle(timeline);
  actions.undo();
  return { actions, store };
}

test('runs brought back are not run before they are asked for, and survive a request that is given up', async () => {
  const { store } = await worked();
  const book = workbookOf(store.getState());
  if (!book) throw new Error('nothing to save');
  const other = await openTimeline(LESSON, openingOf(book) ?? undefined);
  other.actions.revise((state, lesson) => adopted(state, lesson, book));
  const waiting = Object.values(other.store.getState().branches).filter(({ trace }) => trace === null);
  expect(waiting.length).toBeGreaterThan(0);
  const [first] = waiting;
  const right = other.store.getState().sides?.right;
  if (!first || !right) throw new Error('nothing waits');
  other.actions.revise((state) => compared(state, { left: first.id, right }));
  other.actions.cancel();
  expect(other.store.getState().branches[first.id]).toMatchObject({ status: 'waiting', trace: null });
});

test('a lesson opened again has its earlier runs at hand, and what stood there is one step back', async () => {
  const { store } = await worked();
  const book = workbookOf(store.getState());
  if (!book) throw new Error('nothing to keep');
  const again = await openTimeline();
  again.actions.revise((state, lesson) => adopted(state, lesson, book, true));
  expect(branchOf(again.store.getState(), 'right')?.given).toBeNull();
  again.actions.undo();
  await idle(again);
  expect(branchOf(again.store.getState(), 'right')?.given).toBe('Strict');
});
