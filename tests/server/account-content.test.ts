import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { header, type HeaderList } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import { Bench, bodyOf, issuedId, JOHN, sessionCookie } from './harness.ts';

const PATHS = [
  '/email.php',
  '/session/email',
  '/jwt_email.php',
  '/hybrid/email',
  '/admin/end-sessions',
  '/admin/role',
  '/admin/disable',
  '/account/password',
  '/account/logout-everywhere',
];
const NAMES = ['email', 'user_id', 'role', 'old', 'new', 'refreshToken', '__proto__', 'constructor'];

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(42, 123, '42', 'admin', 'member', 'a@example.com', JOHN.password, -0, 1e308, '\u0000', '\ud800'),
);
const members = fc.dictionary(fc.constantFrom(...NAMES), value);
const content = fc.oneof(
  members.map((object) => JSON.stringify(object)),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  fc.string({ unit: 'binary' }),
);
const type = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  '',
);

describe('whatever is sent', () => {
  test('is answered, with a success or exactly one error and one message, and names no secret', async () => {
    const bench = await Bench.startWithSql();
    const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
    const anything = fc.record({
      path: fc.constantFrom(...PATHS),
      type,
      content,
      headers: fc.constantFrom<HeaderList>([], sessionCookie(id), [['session-id', id]], [['Authorization', 'x y z']]),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ path, type: mediaType, content: body, headers }) => {
        const sending = { body, headers: [['Content-Type', mediaType] as const, ...headers] };
        const response = await bench.send('POST', path, sending);
        const answer = bodyOf(response) as Readonly<Record<string, JsonValue>>;
        expect([200, 400, 401, 403, 404, 415, 429]).toContain(response.status);
        const names = response.status === 200 ? ['success'] : ['error', 'message'];
        expect(Object.keys(answer).slice(0, names.length)).toEqual(names);
        expect(response.body).not.toMatch(/"(?:hash|salt|password)"/);
        expect(header(response.headers, 'Content-Length')).toBe(String(Buffer.byteLength(response.body)));
      }),
      { numRuns: 600 },
    );
  });
});

test('a session file counts bytes, also after a new login by a new password', async () => {
  const bench = await Bench.start();
  const juergen = { email: 'juergen@example.com', password: JOHN.password };
  const old = issuedId(await bench.send('POST', '/login.php', { json: juergen }));
  const email = await bench.send('POST', '/email.php', {
    json: { email: 'jw@example.com' },
    headers: sessionCookie(old),
  });
  expect(email.status).toBe(200);
  const json = { old: JOHN.password, new: 'Straße nach Süden' };
  const id = issuedId(await bench.send('POST', '/account/password', { json, headers: sessionCookie(old) }));
  expect([...bench.cell.state.files.keys()]).toEqual([`sess_${id}`]);
  expect(bench.cell.state.files.get(`sess_${id}`)?.content).toContain('s:13:"Jürgen Weiß"');
  expect((await bench.send('GET', '/users.php', { headers: sessionCookie(id) })).status).toBe(200);
});
