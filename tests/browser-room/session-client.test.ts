import { describe, expect, test } from 'vitest';
import { createSessionClient } from '#browser/session-client.ts';
import { changeJar, paste } from '#browser/device.ts';
import { loginForm } from '#browser/people.ts';
import { header } from '#core/http.ts';
import { jarOf, scripted } from './jar-contexts.ts';
import { json, pathOf, type Server, story, UNRECORDED, workbench } from './workbench.ts';

const ID = '00112233445566778899aabbccddeeff';
const USER = { id: 42, user_name: 'John Doe', role: 'admin' };

/** The server in short: knows one session. */
const server: Server = (request) => {
  switch (pathOf(request)) {
    case '/login.php':
      return json(200, { success: true, user: USER }, `PHPSESSID=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`);
    case '/users.php':
      return header(request.headers, 'cookie') === `PHPSESSID=${ID}`
        ? json(200, [USER])
        : json(401, { error: 'unauthorized' });
    default:
      return json(
        200,
        { success: true },
        'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/',
      );
  }
};

function setting(...lines: readonly string[]): Server {
  return () => json(200, {}, ...lines);
}

async function loggedIn() {
  const bench = workbench(server);
  const client = createSessionClient(bench.tools);
  await client.login(bench.activity(), loginForm('john'));
  return { bench, client };
}

test('logging in sends the form as a browser would, and the browser keeps the cookie', async () => {
  const { bench } = await loggedIn();
  expect(story(bench.events)).toEqual([
    'request/act submit-login',
    'request/ask POST /login.php',
    'request/answer 200',
    'request/keep cookie-stored ok',
    'request/keep +cookies app.example;/;PHPSESSID',
  ]);
  const [, request, response] = bench.events;
  expect(request).toMatchObject({
    from: 'laptop',
    to: 'app-1',
    cost: 20_000,
    message: {
      headers: [
        ['Host', 'app.example'],
        ['User-Agent', 'Claimcheck (laptop)'],
        ['Accept', 'application/json'],
        ['Content-Type', 'application/json'],
        ['Content-Length', '70'],
        ['Origin', 'https://app.example'],
      ],
      body: '{"email":"john@example.com","password":"correct horse battery staple"}',
    },
    credentials: [],
  });
  expect(response).toMatchObject({
    from: 'app-1',
    to: 'laptop',
    answers: request?.id,
    credentials: [{ carrier: 'set-cookie', form: 'session-id', text: ID, bytes: 42 }],
  });
  expect(bench.micros).toBe(40_000);
});

test('the browser attaches the cookie by itself, and says by which rules', async () => {
  const { bench, client } = await loggedIn();
  const from = bench.events.length;
  await client.listUsers(bench.activity(), 'own');
  const events = bench.events.slice(from);
  expect(story(events)).toEqual([
    'request/act open-users',
    'request/ask cookie-sent ok',
    'request/ask attach-cookies',
    'request/ask GET /users.php',
    'request/answer 200',
  ]);
  expect(events[1]).toMatchObject({
    subject: 'PHPSESSID',
    accepted: true,
    cites: [{ document: 'RFC 6265bis' }, {}, {}, {}, {}],
  });
  expect(events[3]).toMatchObject({
    message: {
      headers: [
        ['Host', 'app.example'],
        ['User-Agent', 'Claimcheck (laptop)'],
        ['Accept', 'application/json'],
        ['Cookie', `PHPSESSID=${ID}`],
      ],
      body: '',
    },
    credentials: [{ carrier: 'cookie', form: 'session-id', text: ID, bytes: 42 }],
  });
});

test('logging out removes the cookie because the server said so', async () => {
  const { bench, client } = await loggedIn();
  const from = bench.events.length;
  await client.logout(bench.activity());
  expect(story(bench.events.slice(from))).toEqual([
    'request/act press-logout',
    'request/ask cookie-sent ok',
    'request/ask attach-cookies',
    'request/ask POST /logout.php',
    'request/answer 200',
    'request/drop cookie-stored cookie-expired',
    'request/drop -cookies app.example;/;PHPSESSID',
  ]);
  expect(bench.events.at(-3)).toMatchObject({ kind: 'response', credentials: [] });
  expect(bench.device.jar).toEqual([]);
});

test('a session needs no refreshing: nothing happens', async () => {
  const { bench, client } = await loggedIn();
  const from = bench.events.length;
  await client.refresh(bench.activity(), 'own');
  expect(bench.events.slice(from)).toEqual([]);
});

describe('by hand', () => {
  test('a request without its cookie leaves the cookie where it is', async () => {
    const { bench, client } = await loggedIn();
    const from = bench.events.length;
    await client.listUsers(bench.activity(), 'none');
    expect(story(bench.events.slice(from))).toEqual([
      'request/act open-users',
      'request/ask no-credential',
      'request/ask GET /users.php',
      'request/answer 401',
    ]);
    expect(bench.device.jar).toHaveLength(1);
  });

  test('an edited id differs in one character, and is not kept', async () => {
    const { bench, client } = await loggedIn();
    await client.listUsers(bench.activity(), 'edited');
    expect(header(bench.requests.at(-1)?.headers ?? [], 'cookie')).toBe(`PHPSESSID=${ID.slice(0, -1)}0`);
    expect(bench.events.at(-1)).toMatchObject({ kind: 'response', message: { status: 401 } });
    expect(bench.device.jar).toMatchObject([{ value: ID }]);
  });

  test('a copied id works on another device', async () => {
    const { bench: laptop, client } = await loggedIn();
    const copied = client.copyCredential(laptop.activity());
    expect(copied).toEqual({ 'session-id': ID });
    expect(laptop.events.at(-1)).toMatchObject({ name: 'copy-credential', exchange: 'local', phase: 'act' });

    const attacker = workbench(server, 'attacker');
    paste(attacker.tools.device, copied ?? {}, UNRECORDED);
    await createSessionClient(attacker.tools).listUsers(attacker.activity(), 'copied');
    expect(story(attacker.events)).toEqual([
      'request/act open-users',
      'request/ask replay-credential',
      'request/ask GET /users.php',
      'request/answer 200',
    ]);
    expect(attacker.device.jar).toEqual([]);
  });

  test.each(['own', 'copied', 'edited'] as const)(
    '%s without anything to send is a request without a credential',
    async (choice) => {
      const bench = workbench(server);
      await createSessionClient(bench.tools).listUsers(bench.activity(), choice);
      expect(story(bench.events)).toEqual([
        'request/act open-users',
        'request/ask no-credential',
        'request/ask GET /users.php',
        'request/answer 401',
      ]);
    },
  );

  test('there is nothing to copy before a login, and nothing is recorded', () => {
    const bench = workbench(server);
    expect(createSessionClient(bench.tools).copyCredential(bench.activity())).toBeNull();
    expect(bench.events).toEqual([]);
  });
});

describe('the browser on its own', () => {
  test('says of a refused cookie why, and keeps nothing', async () => {
    const bench = workbench(setting('a=b; Domain=evil.example'));
    await createSessionClient(bench.tools).listUsers(bench.activity(), 'own');
    expect(bench.events.at(-1)).toMatchObject({
      phase: 'keep',
      subject: 'a',
      accepted: false,
      reason: 'cookie-domain-mismatch',
    });
    expect(bench.device.jar).toEqual([]);
  });

  test('tells of an attribute too long to count beside the cookie it keeps', async () => {
    const bench = workbench(setting(`a=b; Path=/${'x'.repeat(1024)}`));
    await createSessionClient(bench.tools).listUsers(bench.activity(), 'own');
    expect(story(bench.events).slice(-3)).toEqual([
      'request/keep cookie-stored cookie-attribute-too-large',
      'request/keep cookie-stored ok',
      'request/keep +cookies app.example;/;a',
    ]);
  });

  test('does not speak of cookies of other sites', async () => {
    const bench = workbench(setting());
    const evil = scripted({ url: 'https://evil.example/', initiator: 'https://evil.example' });
    changeJar(bench.tools.device, jarOf(['a=1; Domain=app.example; Path=/x'], scripted(), jarOf(['evil=1'], evil)));
    await createSessionClient(bench.tools).listUsers(bench.activity(), 'own');
    expect(bench.events.filter(({ kind }) => kind === 'decision')).toMatchObject([
      { subject: 'a', accepted: false, reason: 'cookie-path-mismatch' },
    ]);
  });

  test('evicts what is over by the virtual clock at the next request, and does not send it', async () => {
    const bench = workbench(setting('a=b; Max-Age=60'));
    const client = createSessionClient(bench.tools);
    await client.listUsers(bench.activity(), 'own');
    bench.micros += 60_000_000;
    const from = bench.events.length;
    await client.listUsers(bench.activity(), 'own');
    expect(story(bench.events.slice(from)).slice(2, 5)).toEqual([
      'request/ask cookie-sent cookie-expired',
      'request/ask -cookies app.example;/;a',
      'request/ask GET /users.php',
    ]);
  });
});

test('a server that answers nothing makes the client fail with what fetch said', async () => {
  const bench = workbench(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(createSessionClient(bench.tools).login(bench.activity(), loginForm('john'))).rejects.toThrow(
    'Failed to fetch',
  );
  expect(story(bench.events)).toEqual(['request/act submit-login', 'request/ask POST /login.php']);
});
