import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { createNodeHost } from '#server/hosts/node-host.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { createStandalone } from '#server/hosts/standalone.ts';
import { createRandom } from '#world/random.ts';
import { JOHN, SECRET } from './harness.ts';

/** What happens on a connection, byte by byte: what a well-behaved client never lets one see. */
describe('a connection to npm run api', () => {
  let host: Server;

  beforeEach(async () => {
    const receive = await createStandalone({
      settings: { ...DEFAULT_SETTINGS, denylist: true },
      jwtSecret: SECRET,
      seededRandom: () => createRandom('connections'),
      engine: await loadSqlite(),
    });
    host = createNodeHost(receive, (error) => {
      throw error;
    });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
  });

  afterEach(() => {
    host.close();
    host.closeAllConnections();
  });

  async function open(): Promise<Socket> {
    const socket = connect({ port: (host.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  /** Sends the text and gathers what comes back until so many answers have begun, or the server is done. */
  async function exchange(text: string, answers = 1): Promise<string> {
    const socket = await open();
    socket.write(text);
    const received = await gather(socket, answers);
    socket.destroy();
    return received;
  }

  const login = post('/login.php', JSON.stringify(JOHN));
  const guess = post('/login.php', JSON.stringify({ ...JOHN, password: 'x' }));
  const advance = post('/__clock', '{"advance":3600}');

  test('answers pipelined requests one after the other', async () => {
    const tokens = await exchange(post('/jwt_login.php', JSON.stringify(JOHN)));
    const bearer = `Authorization: Bearer ${/"access_token":"([^"]*)"/.exec(tokens)?.[1]}\r\n`;
    const users = get('/jwt_users.php', bearer);
    const logout = post('/jwt_logout.php', '{}', bearer);
    expect(statuses(await exchange(users + logout + users + logout, 4))).toEqual([200, 200, 401, 401]);
    const reset = post('/__reset', '');
    expect(statuses(await exchange(reset + users + advance + users + reset + users, 6))).toEqual([
      200, 200, 200, 401, 200, 200,
    ]);
  });

  test('makes the same ids of the same requests, however they hurry', async () => {
    const hurry = async () => {
      await exchange(post('/__reset', ''));
      const answers = await exchange(login.repeat(8), 8);
      return answers.match(/PHPSESSID=\w+/g);
    };
    const first = await hurry();
    expect(new Set(first).size).toBe(8);
    expect(await hurry()).toEqual(first);
    expect(statuses(await exchange(guess.repeat(5) + login, 6))).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('answers what came before a request that is broken, and then says so', async () => {
    expect(statuses(await exchange(`${login}no http\r\n\r\n`, 2))).toEqual([200, 400]);
    expect(statuses(await exchange(`${login}FOO /users.php HTTP/1.1\r\nHost: x\r\n\r\n`, 2))).toEqual([200, 405]);
  });

  test('answers a client that has closed its half', async () => {
    for (const text of [login, get('/nothing'), `${login}${get('/nothing')}`]) {
      const socket = await open();
      socket.end(text);
      const received = await gather(socket, Number.POSITIVE_INFINITY);
      expect(statuses(received)).toEqual(text === login ? [200] : text.includes('POST') ? [200, 404] : [404]);
    }
  });

  test('says that content is too large as soon as that is known', async () => {
    const declared = 'POST /login.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n';
    expect(await exchange(declared)).toMatch(/^HTTP\/1\.1 413 [^]*"content_too_large"/);
    const chunk = `100001\r\n${'a'.repeat(1_048_577)}\r\n`;
    const endless = `POST /login.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`;
    expect(await exchange(endless)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await exchange(declared.replace('login', 'nothing'))).toMatch(/^HTTP\/1\.1 404 /);
    expect(await exchange(declared.replace('POST', 'PUT'))).toMatch(/^HTTP\/1\.1 405 /);
  });

  test.each([
    ['keep-alive', get('/nothing'), [413, 404]],
    ['close', '', [413]],
  ])('reads content that is too large to its end: %s', async (connection, next, expected) => {
    const fields = `Host: x\r\nConnection: ${connection}\r\nContent-Length: 5000000\r\n`;
    const socket = await open();
    socket.write(`POST /login.php HTTP/1.1\r\n${fields}\r\n`);
    const received = gather(socket, Number.POSITIVE_INFINITY);
    for (let sent = 0; sent < 5; sent += 1) {
      await pause(5);
      socket.write('a'.repeat(1_000_000));
    }
    socket.end(next);
    expect(statuses(await received)).toEqual(expected);
  });

  test.each([
    ['no host', 'GET /users.php HTTP/1.1\r\n\r\n', 400],
    ['two hosts', get('/users.php', 'Host: y\r\n'), 400],
    ['no host, in HTTP/1.0', 'GET /users.php HTTP/1.0\r\n\r\n', 401],
    ['an expectation it does not know', get('/users.php', 'Expect: more\r\n'), 401],
    ['content that breaks off', login.slice(0, -5), 400],
    ['a bad chunk', 'POST /login.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
  ])('has its own words for %s, and no date', async (_, text, status) => {
    const socket = await open();
    socket.end(text);
    const received = await gather(socket, Number.POSITIVE_INFINITY);
    expect(statuses(received)).toEqual([status]);
    expect(received).toMatch(/\{"error":"(?:invalid_request|unauthorized)","message":"[^"]+"\}$/);
    expect(received).not.toMatch(/^date:/im);
  });

  test('survives clients that vanish', async () => {
    const broken = ['CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\nmore', 'FOO /x HTTP/1.1\r\n\r\n', 'no http\r\n\r\n', login];
    for (const text of [...broken, login.slice(0, -3)]) {
      for (const wait of [0, 1, 5]) {
        const socket = await open();
        socket.write(text);
        await pause(wait);
        socket.resetAndDestroy();
      }
    }
    await pause(20);
    expect(statuses(await exchange(login))).toEqual([200]);
  });

  test('lets go of a connection that wanted a tunnel', async () => {
    const socket = await open();
    socket.write('CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\nmore');
    expect(statuses(await gather(socket, Number.POSITIVE_INFINITY))).toEqual([404]);
    host.close();
    await once(host, 'close');
    socket.destroy();
  });
});

function get(path: string, fields = ''): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\n${fields}\r\n`;
}

function post(path: string, body: string, fields = ''): string {
  const head = `Host: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${fields}`;
  return `POST ${path} HTTP/1.1\r\n${head}\r\n${body}`;
}

function statuses(received: string): readonly number[] {
  return Array.from(received.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status));
}

/** Ends when so many bodies have come, each of which is JSON of one level here, or with the connection. */
async function gather(socket: Socket, answers: number): Promise<string> {
  let received = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received += chunk.toString('latin1');
    if (isWhole(received, answers)) break;
  }
  return received;
}

function isWhole(received: string, answers: number): boolean {
  const heads = [...received.matchAll(/HTTP\/1\.1 \d{3} [^]*?Content-Length: (\d+)\r\n[^]*?\r\n\r\n/g)];
  const last = heads.at(answers - 1);
  return last !== undefined && received.length >= last.index + last[0].length + Number(last[1]);
}
