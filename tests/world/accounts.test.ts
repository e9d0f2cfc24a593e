import { describe, expect, test } from 'vitest';
import { header } from '#core/http.ts';
import type { Intent } from '#core/intents.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import { find } from '#core/query.ts';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import { createDirectRunner } from '#world/run.ts';
import { specOf } from './specs.ts';

const runner = createDirectRunner({ freeze: true });

const LAPTOP: Intent = { id: 'laptop', kind: 'login', device: 'laptop', person: 'john' };
const PHONE: Intent = { id: 'phone', kind: 'login', device: 'phone', person: 'john' };
const ZOYA: Intent = { id: 'zoya', kind: 'login', device: 'attacker', person: 'zoya' };
const wait = (seconds: number): Intent => ({ id: 'wait', kind: 'wait', seconds });
const USE: Intent = { id: 'use', kind: 'list-users', device: 'laptop' };
const USE_PHONE: Intent = { id: 'use-phone', kind: 'list-users', device: 'phone' };
const PASSWORD: Intent = {
  id: 'password',
  kind: 'change-password',
  device: 'laptop',
  old: DEMO_PASSWORDS.john,
  password: 'a new one',
};

function play(scheme: SchemeId, intents: readonly Intent[], settings: Partial<Settings> = {}): Promise<Trace> {
  return runner.run(specOf(scheme, intents, settings));
}

/** The statuses of an intent's answers, in order: `401 200 200` is a refused token, a refresh and another try. */
function statuses(trace: Trace, intent: string): string {
  const answers = find(trace, { kind: 'response', intent });
  return answers.map((event) => (event.kind === 'response' ? event.message.status : 0)).join(' ');
}

const COOKIES = { transport: 'cookie', refreshTransport: 'cookie' } as const;

describe.each(SCHEMES)('under %s', (scheme) => {
  describe.each([
    ['headers', {}],
    ['cookies', COOKIES],
  ] as const)('with %s', (carrier, settings) => {
    test('every act on an account is answered, and the device that did it goes on', async () => {
      const acts: readonly Intent[] = [
        LAPTOP,
        { id: 'email', kind: 'change-email', device: 'laptop', email: 'jd@example.com' },
        PASSWORD,
        { id: 'role', kind: 'set-role', device: 'laptop', person: 'zoya', role: 'admin' },
        { id: 'end', kind: 'end-sessions', device: 'laptop', person: 'zoya' },
        { id: 'disable', kind: 'disable', device: 'laptop', person: 'zoya' },
        USE,
        { id: 'everywhere', kind: 'logout-everywhere', device: 'laptop' },
        { id: 'after', kind: 'list-users', device: 'laptop' },
      ];
      const trace = await play(scheme, acts, settings);
      const ids = ['email', 'password', 'role', 'end', 'disable', 'use', 'everywhere'];
      expect(ids.map((id) => statuses(trace, id))).toEqual(ids.map(() => '200'));
      // The hybrid tries its cookie, which no script can see has gone.
      expect(statuses(trace, 'after')).toBe(scheme === 'hybrid' && carrier === 'cookies' ? '400 401' : '401');
    });

    test('a wrong old password is answered once: no new token would help', async () => {
      const wrong: Intent = {
        ...PASSWORD,
        id: 'wrong',
        kind: 'change-password',
        device: 'laptop',
        old: 'x',
        password: 'y',
      };
      const trace = await play(scheme, [LAPTOP, wrong, USE], settings);
      expect([statuses(trace, 'wrong'), statuses(trace, 'use')]).toEqual(['401', '200']);
    });

    test('a password is named nowhere but in the requests that carry it', async () => {
      const { events } = await play(scheme, [LAPTOP, PASSWORD], settings);
      const others = events.filter(({ kind }) => kind !== 'request');
      expect(JSON.stringify(others)).not.toMatch(/a new one|correct horse/);
    });

    test('whoever is no admin is refused, and nothing changes', async () => {
      const trace = await play(
        scheme,
        [ZOYA, { id: 'disable', kind: 'disable', device: 'attacker', person: 'john' }, LAPTOP],
        settings,
      );
      expect([statuses(trace, 'disable'), statuses(trace, 'laptop')]).toEqual(['403', '200']);
      expect(find(trace, { intent: 'disable', area: 'users' })).toEqual([]);
      expect(find(trace, { intent: 'disable', reason: 'role-insufficient' })).toHaveLength(1);
    });

    test('a disabled user cannot log in again', async () => {
      const trace = await play(
        scheme,
        [LAPTOP, { id: 'disable', kind: 'disable', device: 'laptop', person: 'zoya' }, ZOYA],
        settings,
      );
      expect(statuses(trace, 'zoya')).toBe('401');
      expect(find(trace, { intent: 'zoya', reason: 'user-disabled' })).toHaveLength(1);
    });

    test('only the stores and credentials of this scheme are spoken of', async () => {
      const end: Intent = { id: 'end', kind: 'end-sessions', device: 'laptop', person: 'john' };
      const trace = await play(scheme, [LAPTOP, end], settings);
      const touched = find(trace, { intent: 'end', kind: 'store', phase: 'forget' });
      const stores = new Set(touched.map((event) => (event.kind === 'store' ? event.store : '')));
      const own = { 'php-session': ['files'], 'sql-session': ['sessions'], jwt: [], hybrid: ['families'] };
      expect([...stores]).toEqual(own[scheme]);
    });
  });
});

describe('a new password', () => {
  test.each<[SchemeId, string]>([
    ['php-session', '401'],
    ['sql-session', '401'],
    // The access token is still good; under the hybrid it cannot be renewed.
    ['jwt', '200'],
    ['hybrid', '200'],
  ])('under %s, the other device hears %s at once', async (scheme, status) => {
    const trace = await play(scheme, [LAPTOP, PHONE, PASSWORD, USE_PHONE]);
    expect(statuses(trace, 'use-phone')).toBe(status);
  });

  test.each<[SchemeId, string]>([
    ['jwt', '401 400'],
    ['hybrid', '401 400'],
  ])('under %s with a cut-off, the other device is out and gives up: %s', async (scheme, answers) => {
    const trace = await play(scheme, [LAPTOP, PHONE, PASSWORD, USE_PHONE, USE], { cutOff: true });
    expect([statuses(trace, 'use-phone'), statuses(trace, 'use')]).toEqual([answers, '200']);
  });

  test('under the hybrid is asked for again with new tokens when the access token is over', async () => {
    for (const settings of [{}, COOKIES]) {
      const trace = await play('hybrid', [LAPTOP, { id: 'wait', kind: 'wait', seconds: 900 }, PASSWORD, USE], settings);
      expect([statuses(trace, 'password'), statuses(trace, 'use')]).toEqual(['401 200 200', '200']);
      expect(find(trace, { intent: 'password', store: 'families', op: 'write' })).toHaveLength(2);
    }
  });
});

describe('a demoted admin', () => {
  const demoted: readonly Intent[] = [
    LAPTOP,
    PHONE,
    { id: 'demote', kind: 'set-role', device: 'phone', person: 'john', role: 'member' },
    { id: 'act', kind: 'end-sessions', device: 'laptop', person: 'zoya' },
  ];
  test.each<[SchemeId, Partial<Settings>, string]>([
    ['php-session', {}, '200'],
    ['sql-session', {}, '403'],
    ['jwt', {}, '200'],
    ['hybrid', {}, '200'],
    ['jwt', { cutOff: true }, '401 400'],
    // The family lives: its next access token says the new role.
    ['hybrid', { cutOff: true }, '401 200 403'],
  ])('under %s with %j acts and hears %s', async (scheme, settings, answers) => {
    expect(statuses(await play(scheme, demoted, settings), 'act')).toBe(answers);
  });
});

describe('cookies instead of headers', () => {
  test.each<SchemeId>(['sql-session', 'jwt'])('under %s no script writes or keeps the credential', async (scheme) => {
    const trace = await play(scheme, [LAPTOP, USE], { transport: 'cookie' });
    const requests = trace.events.filter((event) => event.kind === 'request');
    for (const { message } of requests) {
      expect([header(message.headers, 'Authorization'), header(message.headers, 'session-id')]).toEqual([null, null]);
    }
    expect(header(requests.at(-1)?.message.headers ?? [], 'Cookie')).toMatch(/^__Host-(?:session|access)=/);
    const issued = trace.events.flatMap((event) => (event.kind === 'response' ? event.credentials : []))[0];
    expect(issued?.carrier).toBe('set-cookie');
    const kept = find(trace, { kind: 'change', area: 'localStorage' });
    expect(JSON.stringify(kept)).not.toContain(issued?.text);
    expect(find(trace, { kind: 'change', area: 'cookies' })).toHaveLength(1);
  });

  test('under JWT the page refreshes what it cannot see, and ahead of time where it is set to', async () => {
    const late = await play('jwt', [LAPTOP, wait(3_600), USE], { transport: 'cookie' });
    expect(statuses(late, 'use')).toBe('401 200 200');
    const ahead = await play('jwt', [LAPTOP, wait(3_310), USE], { transport: 'cookie', refreshAhead: true });
    expect(statuses(ahead, 'use')).toBe('200 200');
    const early = await play('jwt', [LAPTOP, wait(3_000), USE], { transport: 'cookie', refreshAhead: true });
    expect(statuses(early, 'use')).toBe('200');
  });

  test.each<SchemeId>(['sql-session', 'jwt'])('under %s a logout clears the cookie', async (scheme) => {
    const logout: Intent = { id: 'logout', kind: 'logout', device: 'laptop' };
    const trace = await play(scheme, [LAPTOP, logout], { transport: 'cookie' });
    expect(find(trace, { intent: 'logout', kind: 'change', area: 'cookies', change: 'removed' })).toHaveLength(1);
  });

  test.each<[SchemeId, string, string]>([
    ['sql-session', '200', '401'],
    ['jwt', '200', '401'],
  ])('under %s a person with the device can copy it, and edit it', async (scheme, copied, edited) => {
    const trace = await play(
      scheme,
      [
        LAPTOP,
        { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
        { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
        { id: 'edit', kind: 'list-users', device: 'laptop', credential: 'edited' },
        { id: 'none', kind: 'list-users', device: 'laptop', credential: 'none' },
      ],
      { transport: 'cookie' },
    );
    expect([statuses(trace, 'replay'), statuses(trace, 'edit'), statuses(trace, 'none')]).toEqual([
      copied,
      edited,
      '401',
    ]);
  });
});

describe('with a denylist', () => {
  test.each<[boolean, string]>([
    [false, '200'],
    [true, '401'],
  ])('the hybrid’s logout ends the access token too: %s', async (denylist, answers) => {
    const trace = await play(
      'hybrid',
      [
        LAPTOP,
        { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
        { id: 'logout', kind: 'logout', device: 'laptop' },
        { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
      ],
      { denylist },
    );
    expect(statuses(trace, 'logout')).toBe('200');
    expect(statuses(trace, 'replay')).toBe(answers);
  });
});
