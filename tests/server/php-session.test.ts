import { describe, expect, test } from 'vitest';
import { header } from '#core/http.ts';
import type { Settings } from '#core/settings.ts';
import { Bench, bodyOf, issuedId, JOHN, outside, refused, sessionCookie, ZOYA } from './harness.ts';

async function loggedIn(settings: Partial<Settings> = {}): Promise<{ bench: Bench; id: string }> {
  const bench = await Bench.start(settings);
  const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
  return { bench, id };
}

function files({ cell }: Bench): readonly string[] {
  return [...cell.state.files.keys()];
}

describe('POST /login.php', () => {
  test('sets a cookie with 32 hexadecimal digits and says who logged in', async () => {
    const bench = await Bench.start();
    const response = await bench.send('POST', '/login.php', { json: JOHN });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ success: true, user: { id: 42, user_name: 'John Doe', role: 'admin' } });
    expect(header(response.headers, 'Set-Cookie')).toMatch(
      /^PHPSESSID=[0-9a-f]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
  });

  test('takes a form as well as JSON', async () => {
    const bench = await Bench.start();
    const form = new URLSearchParams(ZOYA).toString();
    const response = await bench.send('POST', '/login.php', { form });
    expect(bodyOf(response)).toEqual({ success: true, user: { id: 123, user_name: 'Zoya', role: 'member' } });
  });

  test('writes a file in the format of PHP, lengths in bytes', async () => {
    const bench = await Bench.start();
    const login = { email: 'juergen@example.com', password: JOHN.password };
    const id = issuedId(await bench.send('POST', '/login.php', { json: login }));
    expect(bench.cell.state.files.get(`sess_${id}`)).toEqual({
      content:
        'user|a:4:{s:2:"id";i:207;s:9:"user_name";s:13:"Jürgen Weiß";s:4:"role";s:6:"member";' +
        `s:10:"login_time";i:${bench.now};}`,
      created: bench.now,
      mtime: bench.now,
    });
  });

  test('gives a new id to a browser that brings a known one, and removes the old file at once', async () => {
    const { bench, id } = await loggedIn();
    const again = issuedId(await bench.send('POST', '/login.php', { json: JOHN, headers: sessionCookie(id) }));
    expect(again).not.toBe(id);
    expect(files(bench)).toEqual([`sess_${again}`]);
  });

  test('never adopts a planted id', async () => {
    const bench = await Bench.start();
    const planted = 'deadbeef'.repeat(4);
    const issued = issuedId(await bench.send('POST', '/login.php', { json: JOHN, headers: sessionCookie(planted) }));
    expect(issued).not.toBe(planted);
    expect(files(bench)).toEqual([`sess_${issued}`]);
    const replay = await bench.send('GET', '/users.php', { headers: sessionCookie(planted) });
    expect(replay.status).toBe(401);
  });

  test('leaves the session of the browser alone when the login fails', async () => {
    const { bench, id } = await loggedIn();
    const json = { ...JOHN, password: 'wrong' };
    const response = await bench.send('POST', '/login.php', { json, headers: sessionCookie(id) });
    expect(response.status).toBe(401);
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
    expect((await bench.send('GET', '/users.php', { headers: sessionCookie(id) })).status).toBe(200);
  });

  test('keeps each login of one user apart', async () => {
    const { bench, id } = await loggedIn();
    const other = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
    await bench.send('POST', '/logout.php', { headers: sessionCookie(other) });
    expect((await bench.send('GET', '/users.php', { headers: sessionCookie(id) })).status).toBe(200);
  });
});

describe('GET /users.php', () => {
  test('lists id, name and role of every user, and sets no cookie', async () => {
    const { bench, id } = await loggedIn();
    const response = await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual([
      { id: 42, user_name: 'John Doe', role: 'admin' },
      { id: 123, user_name: 'Zoya', role: 'member' },
      { id: 207, user_name: 'Jürgen Weiß', role: 'member' },
      { id: 318, user_name: 'Amara Okafor', role: 'member' },
      { id: 451, user_name: 'Mei Lin', role: 'member' },
    ]);
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
  });

  test('takes one file read to recognise the session and one read of users for the answer', async () => {
    const { bench, id } = await loggedIn();
    await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(bench.stores()).toEqual([
      { kind: 'store', store: 'files', op: 'read', purpose: 'authentication', key: `sess_${id}`, rows: 1 },
      { kind: 'store', store: 'users', op: 'read', purpose: 'request', key: '*', rows: 5 },
    ]);
  });

  test('resets the idle clock, as the source timeline has it: login 0:00, used 1:00, gone 2:30', async () => {
    const { bench, id } = await loggedIn();
    const ask = () => bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    bench.now += 3_600;
    expect((await ask()).status).toBe(200);
    expect(bench.cell.state.files.get(`sess_${id}`)).toMatchObject({ created: bench.now - 3_600, mtime: bench.now });
    bench.now += 5_399;
    const unused = bench.cell.state;
    expect((await ask()).status).toBe(200);
    bench.cell.state = unused;
    bench.now += 1;
    expect((await ask()).status).toBe(401);
    expect(bench.lastReason()).toBe('session-idle');
    expect(files(bench)).toEqual([]);
  });

  test('ends at the absolute limit however often it is used', async () => {
    const { bench, id } = await loggedIn({ absolute: 10_000 });
    const ask = () => bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    bench.now += 5_000;
    expect((await ask()).status).toBe(200);
    bench.now += 4_999;
    expect((await ask()).status).toBe(200);
    bench.now += 1;
    expect((await ask()).status).toBe(401);
    expect(bench.lastReason()).toBe('session-absolute');
    expect(files(bench)).toEqual([]);
  });

  test('answers every bad credential in the very same words, without a challenge or a cookie', async () => {
    const { bench, id } = await loggedIn();
    const bad = [
      [],
      [['Cookie', '']],
      [['Cookie', 'PHPSESSID=']],
      [['Cookie', 'phpsessid=' + id]],
      sessionCookie('../../etc/passwd'),
      sessionCookie(id.toUpperCase()),
      sessionCookie(id.slice(1)),
      sessionCookie(`${id}0`),
      sessionCookie('f'.repeat(32)),
      sessionCookie(`"${id}"`),
      sessionCookie('%00'),
    ] as const;
    const answers = new Set<string>();
    for (const headers of bad) answers.add(outside(await bench.send('GET', '/users.php', { headers })));
    bench.now += 43_200;
    answers.add(outside(await bench.send('GET', '/users.php', { headers: sessionCookie(id) })));
    expect([...answers]).toEqual([refused(401, 'unauthorized', 'You are not logged in')]);
  });

  test.each([
    ['', 'session-missing'],
    ['../../etc/passwd', 'session-malformed'],
    ['f'.repeat(32), 'session-unknown'],
  ])('records why %j is refused', async (id, reason) => {
    const { bench } = await loggedIn();
    await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(bench.lastReason()).toBe(reason);
  });

  test('never touches the disk for an id that is malformed', async () => {
    const { bench } = await loggedIn();
    await bench.send('GET', '/users.php', { headers: sessionCookie('../sess_x') });
    expect(bench.stores()).toEqual([]);
  });

  test('destroys a session whose file is corrupt', async () => {
    const { bench, id } = await loggedIn();
    const name = `sess_${id}`;
    const file = bench.cell.state.files.get(name);
    if (!file) throw new Error('no file');
    // The slip in the source: eight bytes that are said to be ten.
    const content = file.content.replace('s:8:"John Doe"', 's:10:"John Doe"');
    bench.cell.state = { ...bench.cell.state, files: new Map([[name, { ...file, content }]]) };
    const response = await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(response.status).toBe(401);
    expect(bench.lastReason()).toBe('session-corrupt');
    expect(files(bench)).toEqual([]);
  });

  test('finds its cookie among others, and takes the first of its name', async () => {
    const { bench, id } = await loggedIn();
    const ask = (cookie: string) => bench.send('GET', '/users.php', { headers: [['Cookie', cookie]] });
    expect((await ask(`a=1; PHPSESSID=${id}; PHPSESSID=x`)).status).toBe(200);
    expect((await ask(`PHPSESSID=x; PHPSESSID=${id}`)).status).toBe(401);
    expect((await ask(`XPHPSESSID=${id}`)).status).toBe(401);
  });

  test('answers HEAD like GET, without the content', async () => {
    const { bench, id } = await loggedIn();
    const get = await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    const head = await bench.send('HEAD', '/users.php', { headers: sessionCookie(id) });
    expect(head).toEqual({ ...get, body: '' });
    const stranger = await bench.send('HEAD', '/users.php');
    expect(stranger).toMatchObject({ status: 401, body: '' });
  });
});

describe('POST /logout.php', () => {
  const CLEARED = 'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/';

  test('removes the file, clears the cookie, and does so again without complaint', async () => {
    const { bench, id } = await loggedIn();
    const first = await bench.send('POST', '/logout.php', { headers: sessionCookie(id) });
    expect(first.status).toBe(200);
    expect(bodyOf(first)).toEqual({ success: true });
    expect(header(first.headers, 'Set-Cookie')).toBe(CLEARED);
    expect(files(bench)).toEqual([]);
    const second = await bench.send('POST', '/logout.php', { headers: sessionCookie(id) });
    expect(outside(second)).toBe(outside(first));
    expect((await bench.send('GET', '/users.php', { headers: sessionCookie(id) })).status).toBe(401);
  });

  test.each([[[]], [sessionCookie('nonsense')], [sessionCookie('f'.repeat(32))]])(
    'answers 200 whatever it is brought: %j',
    async (headers) => {
      const bench = await Bench.start();
      expect((await bench.send('POST', '/logout.php', { headers })).status).toBe(200);
    },
  );

  test('does not mind content of any kind', async () => {
    const { bench, id } = await loggedIn();
    const headers = [...sessionCookie(id), ['Content-Type', 'text/plain']] as const;
    expect((await bench.send('POST', '/logout.php', { headers, body: 'bye' })).status).toBe(200);
  });
});
