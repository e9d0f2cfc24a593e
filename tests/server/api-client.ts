import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { SchemeId } from '#core/schemes.ts';
import { JOHN } from './harness.ts';

const TOOL = fileURLToPath(new URL('../../tools/api.ts', import.meta.url));
const FLAGS = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Everything that a caller can tell answers apart by, without what this very connection adds. */
export function outside({ status, headers, body }: Answer): string {
  const { connection: _, 'keep-alive': __, ...rest } = headers;
  return JSON.stringify({ status, headers: rest, body });
}

/** With Node's own client: `fetch` will neither send nor show cookies as they are. */
export function send(url: string, method: string, headers: Headers, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out = httpRequest(url, { method, headers }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () =>
        resolve({
          status: message.statusCode ?? 0,
          headers: message.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    out.on('error', reject);
    out.end(body);
  });
}

/** `npm run api` in a process of its own, asked over a real socket. */
export class Api {
  readonly #child: ChildProcess;
  readonly #origin: string;

  private constructor(child: ChildProcess, origin: string) {
    this.#child = child;
    this.#origin = origin;
  }

  /** @param settings as the command line writes them: `cut-off=on`. */
  static async start(...settings: readonly string[]): Promise<Api> {
    const options = settings.flatMap((setting) => ['--set', setting]);
    const child = spawn(process.execPath, [...FLAGS, TOOL, '--port', '0', ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!printed.includes('\n')) await once(child.stdout, 'data');
    return new Api(child, /http:\S+/.exec(printed)?.[0] ?? '');
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  send(method: string, path: string, headers: Headers = {}, body?: string | Buffer): Promise<Answer> {
    return send(`${this.#origin}${path}`, method, headers, body);
  }

  post(path: string, value: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));
  }

  form(path: string, fields: Readonly<Record<string, string>>, headers: Headers = {}): Promise<Answer> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send('POST', path, { ...type, ...headers }, new URLSearchParams(fields).toString());
  }

  /** The world as it was at first. */
  async reset(): Promise<void> {
    await this.send('POST', '/__reset');
  }

  async advance(seconds: number): Promise<void> {
    await this.post('/__clock', { advance: seconds });
  }
}

/** What one scheme calls things. */
export const WAYS: Readonly<
  Record<
    SchemeId,
    { readonly login: string; readonly page: readonly [method: string, path: string]; readonly email: string }
  >
> = {
  'php-session': { login: '/login.php', page: ['GET', '/users.php'], email: '/email.php' },
  'sql-session': { login: '/session/login', page: ['GET', '/session/profile'], email: '/session/email' },
  jwt: { login: '/jwt_login.php', page: ['GET', '/jwt_users.php'], email: '/jwt_email.php' },
  hybrid: { login: '/hybrid/login', page: ['GET', '/hybrid/profile'], email: '/hybrid/email' },
};

/** Somebody logged in: what each of their requests carries. */
export interface Person {
  readonly scheme: SchemeId;
  readonly headers: Headers;
  /** The refresh token where a body brought one. */
  readonly refresh: string | null;
}

/** Takes the credential wherever the answer has it, as a client would. */
export function credentialOf(scheme: SchemeId, { headers, body }: Answer): Person {
  const cookies = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1).join(''));
  const members = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const token = members['access_token'] ?? members['accessToken'];
  const refresh = members['refresh_token'] ?? members['refreshToken'];
  const id = headers['session-id'];
  return {
    scheme,
    headers: {
      ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
      ...(typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}),
      ...(typeof id === 'string' ? { 'session-id': id } : {}),
    },
    refresh: typeof refresh === 'string' ? refresh : null,
  };
}

export async function logIn(api: Api, scheme: SchemeId, who: unknown = JOHN): Promise<Person> {
  const answer = await api.post(WAYS[scheme].login, who);
  if (answer.status !== 200) throw new Error(`${scheme}: ${answer.status} ${answer.body}`);
  return credentialOf(scheme, answer);
}

/** What the page that only somebody logged in may see answers. */
export async function pageStatus(api: Api, { scheme, headers }: Person): Promise<number> {
  return (await api.send(...WAYS[scheme].page, headers)).status;
}

export function bodyOf({ body }: Answer): Readonly<Record<string, unknown>> {
  return JSON.parse(body) as Readonly<Record<string, unknown>>;
}
