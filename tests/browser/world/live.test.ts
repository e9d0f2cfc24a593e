import { recordedLessons } from 'virtual:recorded-lessons';
import { beforeAll, expect, test } from 'vitest';
import { startLive, type Live } from '#app/live/live.ts';
import { COLUMNS } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { find } from '#core/query.ts';
import { SCHEMES } from '#core/schemes.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';

/** As the browser itself counts them. */
const loginsSent = (): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name === 'https://app.example/login.php').length;

let live: Live;
beforeAll(async () => {
  // The browser keeps 250 entries unless told otherwise; modules served one by one fill them.
  performance.setResourceTimingBufferSize(5000);
  live = await startLive({ baseUrl: new URL('/', location.href).href });
});

test('requests are caught by the real service worker', () => {
  expect(live.via).toBe('service-worker');
});

test.for(LESSONS)('$id runs here byte for byte as it was recorded in Node', async (lesson) => {
  const recorded = await recordedLessons[lesson.id]?.();
  const traces = await Promise.all(COLUMNS.map((column) => live.runner.run(lessonSpec(lesson, column))));
  expect(traces.flatMap((trace) => find(trace, { kind: 'response' })).length).toBeGreaterThan(1);
  expect(traces).toEqual(recorded?.traces);
  expect(JSON.stringify(traces)).toBe(JSON.stringify(recorded?.traces));
});

test('every recorded request really left the page', async () => {
  const [lesson] = LESSONS;
  if (!lesson) throw new Error('no lesson');
  const before = loginsSent();
  const trace = await live.runner.run({ ...lessonSpec(lesson, 'left'), seed: 77 });
  expect(find(trace, { kind: 'request', route: 'POST /login.php' })).toHaveLength(1);
  await expect.poll(loginsSent).toBe(before + 1);
});

test('nothing of a run is left in the page’s own cookies and storage', async () => {
  const [lesson] = LESSONS;
  if (!lesson) throw new Error('no lesson');
  await Promise.all(COLUMNS.map((column) => live.runner.run({ ...lessonSpec(lesson, column), seed: 78 })));
  expect(document.cookie).toBe('');
  expect(Object.keys(localStorage).filter((key) => /token|user_data|cookie/i.test(key))).toEqual([]);
});

const OWN_ACTS: readonly Intent[] = [
  { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
  {
    id: 'killed',
    kind: 'together',
    intents: [
      { id: 'use', kind: 'list-users', device: 'laptop' },
      { id: 'restart', kind: 'restart-server' },
    ],
  },
  {
    id: 'gone',
    kind: 'together',
    intents: [
      { id: 'again', kind: 'list-users', device: 'laptop' },
      { id: 'reload', kind: 'reload', device: 'laptop' },
    ],
  },
  { id: 'hand', kind: 'edit-storage', device: 'laptop', area: 'cookies', key: 'x', value: '1' },
  {
    id: 'console',
    kind: 'sql',
    statement: "DELETE FROM sessions; SELECT random(), datetime('now', 'localtime'); SELEC",
  },
  { id: 'files', kind: 'delete-file', file: 'all' },
  { id: 'after', kind: 'list-users', device: 'laptop' },
];

test.for(SCHEMES)('what happens without a request, and to one, is the same over a real network: %s', async (scheme) => {
  const spec = { scheme, settings: DEFAULT_SETTINGS, seed: 5, intents: OWN_ACTS };
  const trace = await live.runner.run(spec);
  expect(find(trace, { kind: 'failure' })).toMatchObject([{ problem: 'server-stopped' }, { problem: 'page-gone' }]);
  expect(trace).toEqual(await createDirectRunner().run(spec));
});

/** Every route that takes any scheme's credential, and every carrier of one. */
const ACCOUNTS: readonly Intent[] = [
  { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
  { id: 'phone', kind: 'login', device: 'phone', person: 'john' },
  { id: 'email', kind: 'change-email', device: 'laptop', email: 'jd@example.com' },
  { id: 'password', kind: 'change-password', device: 'laptop', old: DEMO_PASSWORDS.john, password: 'ключ 🔑' },
  { id: 'out', kind: 'list-users', device: 'phone' },
  { id: 'role', kind: 'set-role', device: 'laptop', person: 'zoya', role: 'admin' },
  { id: 'end', kind: 'end-sessions', device: 'laptop', person: 'zoya' },
  { id: 'disable', kind: 'disable', device: 'laptop', person: 'zoya' },
  { id: 'everywhere', kind: 'logout-everywhere', device: 'laptop' },
];

test.for(SCHEMES)('accounts, cookies and cut-offs are the same over a real network: %s', async (scheme) => {
  const settings = { ...DEFAULT_SETTINGS, cutOff: true, denylist: true };
  const cookies = { ...settings, transport: 'cookie', refreshTransport: 'cookie' } as const;
  for (const spec of [settings, cookies].map((set) => ({ scheme, settings: set, seed: 6, intents: ACCOUNTS }))) {
    const trace = await live.runner.run(spec);
    expect(find(trace, { intent: 'everywhere', status: 200 })).toHaveLength(1);
    expect(trace).toEqual(await createDirectRunner().run(spec));
  }
});
