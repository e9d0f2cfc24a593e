import { describe, expect, test } from 'vitest';
import { createSqlSessionClient } from '#browser/sql-session-client.ts';
import { paste } from '#browser/device.ts';
import { loginForm } from '#browser/people.ts';
import { header } from '#core/http.ts';
import { json, pathOf, type Server, story, UNRECORDED, workbench, type Workbench } from './workbench.ts';

const ID = '00112233445566778899aabbccddeeff';
const EDITED = '00112233445566778899aabbccddeef0';

/** The server in short: knows one session. */
const server: Server = (request) => {
  switch (pathOf(request)) {
    case '/session/login': {
      if (!request.body.includes('john@')) return json(401, { error: 'invalid_credentials' });
      const answer = json(200, { status: 'success', data: { sessionId: ID } });
      return { ...answer, headers: [...answer.headers, ['session-id', ID]] };
    }
    case '/session/profile':
      return header(request.headers, 'session-id') === ID
        ? json(200, { user: { id: 42 } })
        : json(401, { error: 'unauthorized' });
    default:
      return json(200, { message: 'Logged out' });
  }
};

async function loggedIn(settings: Partial<Workbench['settings']> = {}) {
  const bench = workbench(server);
  bench.settings = { ...bench.settings, ...settings };
  const client = createSqlSessionClient(bench.tools);
  await client.login(bench.activity(), loginForm('john'));
  return { bench, client };
}

test('logging in keeps the id by script, and both places of it in the answer are seen', async () => {
  const { bench } = await loggedIn();
  expect(story(bench.events)).toEqual([
    'request/act submit-login',
    'request/ask POST /session/login',
    'request/answer 200',
    'request/keep +localStorage session-id',
  ]);
  expect(bench.events[2]).toMatchObject({
    credentials: [
      { carrier: 'header', form: 'session-id', text: ID, bytes: 32 },
      { carrier: 'body', form: 'session-id', text: ID, bytes: 32 },
    ],
  });
  expect(bench.device.localStorage['https://app.example']).toEqual({ 'session-id': ID });
  expect(bench.device.jar).toEqual([]);
});

test('memory keeps it instead where the setting says so', async () => {
  const { bench } = await loggedIn({ clientStorage: 'memory' });
  expect(bench.device.memory['https://app.example']).toEqual({ 'session-id': ID });
  expect(bench.device.localStorage).toEqual({});
});

test('a refused login keeps nothing', async () => {
  const bench = workbench(server);
  await createSqlSessionClient(bench.tools).login(bench.activity(), loginForm('zoya'));
  expect(story(bench.events).at(-1)).toBe('request/answer 401');
  expect(bench.device.localStorage).toEqual({});
});

test('the script writes the header, and no cookie goes along', async () => {
  const { bench, client } = await loggedIn();
  const from = bench.events.length;
  await client.listUsers(bench.activity(), 'own');
  expect(story(bench.events.slice(from))).toEqual([
    'request/act open-profile',
    'request/ask set-session-id',
    'request/ask GET /session/profile',
    'request/answer 200',
  ]);
  expect(bench.events[from + 2]).toMatchObject({
    message: {
      headers: [
        ['Host', 'app.example'],
        ['User-Agent', 'Claimcheck (laptop)'],
        ['Accept', 'application/json'],
        ['session-id', ID],
      ],
    },
    credentials: [{ carrier: 'header', form: 'session-id', text: ID, bytes: 32 }],
  });
});

test('logging out shows the id once more and throws it away', async () => {
  const { bench, client } = await loggedIn();
  await client.logout(bench.activity());
  expect(header(bench.requests.at(-1)?.headers ?? [], 'session-id')).toBe(ID);
  expect(story(bench.events).at(-1)).toBe('request/drop -localStorage session-id');
  expect(bench.device.localStorage).toEqual({ 'https://app.example': {} });
});

test('logging out throws the id away also when nobody answers', async () => {
  let answers = true;
  const bench = workbench((request) => {
    if (answers) return server(request);
    throw new TypeError('no network');
  });
  const client = createSqlSessionClient(bench.tools);
  await client.login(bench.activity(), loginForm('john'));
  answers = false;
  await expect(client.logout(bench.activity())).rejects.toThrow('no network');
  expect(bench.device.localStorage).toEqual({ 'https://app.example': {} });
});

describe('what a person does by hand', () => {
  test.each([
    ['none', undefined, 'no-credential', 401],
    ['edited', EDITED, 'edit-credential', 401],
    ['copied', 'f'.repeat(32), 'replay-credential', 401],
  ] as const)('the credential is %s', async (choice, sent, act, status) => {
    const { bench, client } = await loggedIn();
    paste(bench.tools.device, { 'session-id': 'f'.repeat(32) }, UNRECORDED);
    const from = bench.events.length;
    await client.listUsers(bench.activity(), choice);
    expect(header(bench.requests.at(-1)?.headers ?? [], 'session-id') ?? undefined).toBe(sent);
    expect(story(bench.events.slice(from))).toEqual([
      'request/act open-profile',
      `request/ask ${act}`,
      'request/ask GET /session/profile',
      `request/answer ${status}`,
    ]);
  });

  test('a copied id opens the door on another computer', async () => {
    const { bench, client } = await loggedIn();
    const attacker = workbench(server, 'attacker');
    paste(attacker.tools.device, client.copyCredential(bench.activity()) ?? {}, UNRECORDED);
    await createSqlSessionClient(attacker.tools).listUsers(attacker.activity(), 'copied');
    expect(story(attacker.events).at(-1)).toBe('request/answer 200');
  });

  test('nobody’s id cannot be copied, and nothing is refreshed', async () => {
    const bench = workbench(server);
    const client = createSqlSessionClient(bench.tools);
    expect(client.copyCredential(bench.activity())).toBeNull();
    await client.refresh(bench.activity(), 'own');
    expect(bench.events).toEqual([]);
  });
});
