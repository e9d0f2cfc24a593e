import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '#core/http.ts';
import { Bench, bearer, issuedId, issuedTokens, JOHN, sessionCookie, ZOYA } from './harness.ts';

/** A whole day of the other schemes, by status. */
async function day(bench: Bench): Promise<readonly number[]> {
  const answers: HttpResponse[] = [];
  const send: Bench['send'] = async (...request) => {
    const answer = await bench.send(...request);
    answers.push(answer);
    return answer;
  };
  await send('POST', '/login.php', { json: { ...JOHN, password: 'x' } });
  await send('POST', '/login.php', { json: { ...JOHN, email: 'nobody@example.com' } });
  const id = issuedId(await send('POST', '/login.php', { json: JOHN }));
  await send('GET', '/users.php', { headers: sessionCookie(id) });
  const tokens = issuedTokens(await send('POST', '/jwt_login.php', { json: ZOYA }));
  const { access_token, refresh_token } = tokens;
  await send('GET', '/jwt_users.php', { headers: bearer(access_token) });
  await send('POST', '/jwt_refresh.php', { json: { refresh_token } });
  await send('POST', '/jwt_logout.php', { headers: bearer(access_token), json: { refresh_token } });
  await send('POST', '/jwt_logout.php', { headers: bearer(access_token) });
  await send('POST', '/jwt_refresh.php', { json: { refresh_token } });
  bench.now += 604_800;
  const late = issuedTokens(await send('POST', '/jwt_login.php', { json: ZOYA }));
  await send('POST', '/jwt_logout.php', { headers: bearer(late.access_token) });
  return answers.map(({ status }) => status);
}

describe('a server whose tables are in the SQL engine', () => {
  test('answers the other schemes as a server without it', async () => {
    const plain = await day(await Bench.start({ denylist: true }));
    expect(await day(await Bench.startWithSql({ denylist: true }))).toEqual(plain);
    expect(plain).toEqual([401, 401, 200, 200, 200, 200, 200, 200, 401, 400, 200, 200]);
  });

  test('lists the same users', async () => {
    const lists = await Promise.all(
      [await Bench.start(), await Bench.startWithSql()].map(async (bench) => {
        const { access_token } = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
        return (await bench.send('GET', '/jwt_users.php', { headers: bearer(access_token) })).body;
      }),
    );
    expect(lists[0]).toBe(lists[1]);
  });

  test('drops what is over from the denylist at the next insertion', async () => {
    const bench = await Bench.startWithSql({ denylist: true });
    await day(bench);
    const { tables } = (await bench.cell.database?.snapshot()) ?? {};
    expect(Object.values(tables?.['denylist'] ?? {})).toHaveLength(1);
  });
});
