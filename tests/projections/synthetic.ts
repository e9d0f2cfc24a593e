import type { ActorId } from '#core/actors.ts';
import { align, type Comparison } from '#core/align.ts';
import { COSTS } from '#core/costs.ts';
import type { Envelope, EventId, Exchange, Fact, Phase, TraceEvent } from '#core/events.ts';
import type { Intent } from '#core/intents.ts';
import type { SchemeId } from '#core/schemes.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { TRACE_VERSION, type Trace } from '#core/trace.ts';

/** A long trace of the right shape without a world: log in, ask many times, log out, again and again. Every tenth login stays. */
function syntheticTrace(scheme: SchemeId, events: number): Trace {
  const writer = new Writer(scheme);
  for (let round = 0; writer.events.length < events; round += 1) {
    const session = new Session(writer, round);
    session.login();
    for (let ask = 0; ask < 5; ask += 1) session.listUsers(ask);
    if (round % 10 !== 9) session.logout();
  }
  return writer.trace(events);
}

export function syntheticComparison(events: number): Comparison {
  return align(syntheticTrace('php-session', events), syntheticTrace('jwt', events));
}

/** 32 hex digits that differ from the first one on. */
function idOf(round: number): string {
  return (Math.imul(round + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0').repeat(4);
}

function tokenOf(round: number, use: 'access_token' | 'refresh_token'): string {
  const payload = segment({ sub: '42', user_id: 42, jti: `${use}-${round}` });
  return `${segment({ alg: 'HS256', typ: 'at+jwt' })}.${payload}.${Buffer.from(idOf(round)).toString('base64url')}`;
}

function segment(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

class Writer {
  readonly events: TraceEvent[] = [];
  readonly intents: Intent[] = [];
  readonly scheme: SchemeId;
  #now = 0;

  constructor(scheme: SchemeId) {
    this.scheme = scheme;
  }

  write(at: { actor: ActorId; intent: string; phase: Phase; exchange?: Exchange }, cost: number, fact: Fact): EventId {
    const id: EventId = `e${this.events.length}`;
    const { actor, intent, phase, exchange = 'request' } = at;
    const envelope: Envelope = {
      id,
      run: this.scheme,
      side: actor === 'laptop' ? 'browser' : 'server',
      actor,
      intent,
      exchange,
      phase,
      causedBy: null,
      t: this.#now,
      cost,
      code: `${this.scheme}.${phase}`,
    };
    this.#now += cost;
    this.events.push({ ...envelope, ...fact });
    return id;
  }

  trace(length: number): Trace {
    return {
      version: TRACE_VERSION,
      run: this.scheme,
      spec: { scheme: this.scheme, settings: DEFAULT_SETTINGS, seed: 1, intents: this.intents },
      initial: { 'app-1/secrets': { JWT_SECRET: 'ab'.repeat(32) } },
      events: this.events.slice(0, length),
    };
  }
}

const HOP = COSTS.hop.micros;
const ORIGIN = 'https://app.example';

/** One login from its beginning to its end, as either scheme would record it. */
class Session {
  readonly #writer: Writer;
  readonly #round: number;
  readonly #isPhp: boolean;

  constructor(writer: Writer, round: number) {
    this.#writer = writer;
    this.#round = round;
    this.#isPhp = writer.scheme === 'php-session';
  }

  get #cookieKey(): string {
    return 'app.example;/;PHPSESSID';
  }

  get #file(): string {
    return `sess_${idOf(this.#round)}`;
  }

  login(): void {
    const intent = `login-${this.#round}`;
    this.#writer.intents.push({ id: intent, kind: 'login', device: 'laptop', person: 'john' });
    this.#browser(intent, 'act', { kind: 'action', name: 'submit-login', subject: 'john@example.com' });
    const request = this.#request(
      intent,
      'POST',
      '/login.php',
      '{"email":"john@example.com","password":"secret"}',
      false,
    );
    this.#server(intent, 'check', {
      kind: 'store',
      store: 'users',
      op: 'read',
      purpose: 'request',
      key: 'john@example.com',
      rows: 1,
    });
    this.#crypto(intent, 'check', 'derive', 'PBKDF2-HMAC-SHA-256', 'password', true);
    this.#issue(intent);
    this.#answer(intent, request, 200, true);
    this.#keep(intent);
  }

  listUsers(ask: number): void {
    const intent = `ask-${this.#round}-${ask}`;
    this.#writer.intents.push({ id: intent, kind: 'list-users', device: 'laptop' });
    this.#browser(intent, 'act', { kind: 'action', name: 'open-users', subject: null });
    const request = this.#request(intent, 'GET', '/users.php', '', true);
    this.#recognise(intent);
    this.#server(intent, 'work', { kind: 'store', store: 'users', op: 'read', purpose: 'request', key: '*', rows: 5 });
    this.#answer(intent, request, 200, false);
  }

  logout(): void {
    const intent = `logout-${this.#round}`;
    this.#writer.intents.push({ id: intent, kind: 'logout', device: 'laptop' });
    this.#browser(intent, 'act', { kind: 'action', name: 'press-logout', subject: null });
    const request = this.#request(intent, 'POST', '/logout.php', '', true);
    this.#recognise(intent);
    if (this.#isPhp) {
      this.#access(intent, 'forget', 'delete');
      this.#change(intent, 'forget', 'app-1', 'files', this.#file, fileOf(this.#round), null);
    }
    this.#answer(intent, request, 200, false);
    if (this.#isPhp) this.#change(intent, 'drop', 'laptop', 'cookies', this.#cookieKey, cookieOf(this.#round), null);
    else
      for (const [key, value] of this.#items())
        this.#change(intent, 'drop', 'laptop', 'localStorage', key, value, null);
  }

  #issue(intent: string): void {
    if (this.#isPhp) {
      this.#crypto(intent, 'remember', 'random', 'CSPRNG', 'session id', null);
      this.#access(intent, 'remember', 'write');
      this.#change(intent, 'remember', 'app-1', 'files', this.#file, null, fileOf(this.#round));
    } else {
      this.#crypto(intent, 'remember', 'sign', 'HS256', 'access_token', null);
      this.#crypto(intent, 'remember', 'sign', 'HS256', 'refresh_token', null);
    }
  }

  #recognise(intent: string): void {
    if (this.#isPhp) this.#access(intent, 'recognise', 'read');
    else this.#crypto(intent, 'recognise', 'verify', 'HS256', 'access_token', true);
    const about = this.#isPhp ? 'session' : 'token';
    this.#server(intent, 'recognise', {
      kind: 'decision',
      about,
      subject: null,
      accepted: true,
      reason: 'ok',
      cites: [],
    });
  }

  #keep(intent: string): void {
    if (this.#isPhp) this.#change(intent, 'keep', 'laptop', 'cookies', this.#cookieKey, null, cookieOf(this.#round));
    else
      for (const [key, value] of this.#items())
        this.#change(intent, 'keep', 'laptop', 'localStorage', key, null, value);
  }

  #items(): readonly (readonly [string, string])[] {
    return (['access_token', 'refresh_token'] as const).map((key) => [key, tokenOf(this.#round, key)]);
  }

  #request(intent: string, method: string, path: string, body: string, withCredential: boolean): EventId {
    const id = idOf(this.#round);
    const token = tokenOf(this.#round, 'access_token');
    const cookie = ['Cookie', `PHPSESSID=${id}`] as const;
    const bearer = ['Authorization', `Bearer ${token}`] as const;
    return this.#writer.write({ actor: 'laptop', intent, phase: 'ask' }, HOP, {
      kind: 'request',
      from: 'laptop',
      to: 'app-1',
      message: {
        method,
        url: ORIGIN + path,
        headers: [['Host', 'app.example'], ...(withCredential ? [this.#isPhp ? cookie : bearer] : [])],
        body,
      },
      credentials: !withCredential
        ? []
        : this.#isPhp
          ? [{ carrier: 'cookie', form: 'session-id', text: id, bytes: 42 }]
          : [{ carrier: 'authorization', form: 'access-token', text: token, bytes: token.length + 7 }],
    });
  }

  #answer(intent: string, answers: EventId, status: number, isLogin: boolean): void {
    const id = idOf(this.#round);
    const tokens = Object.fromEntries(this.#items());
    this.#writer.write({ actor: 'laptop', intent, phase: 'answer' }, HOP, {
      kind: 'response',
      from: 'app-1',
      to: 'laptop',
      answers,
      message: {
        status,
        headers:
          isLogin && this.#isPhp ? [['Set-Cookie', `PHPSESSID=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`]] : [],
        body: JSON.stringify(isLogin && !this.#isPhp ? { success: true, ...tokens } : { success: true }),
      },
      credentials: !isLogin
        ? []
        : this.#isPhp
          ? [{ carrier: 'set-cookie', form: 'session-id', text: id, bytes: 42 }]
          : Object.entries(tokens).map(([name, text]) => ({
              carrier: 'body',
              form: name === 'access_token' ? 'access-token' : 'refresh-token',
              text,
              bytes: text.length,
            })),
    });
  }

  #access(intent: string, phase: Phase, op: 'read' | 'write' | 'delete'): void {
    this.#server(intent, phase, {
      kind: 'store',
      store: 'files',
      op,
      purpose: 'authentication',
      key: this.#file,
      rows: 1,
    });
  }

  #crypto(
    intent: string,
    phase: Phase,
    op: 'derive' | 'sign' | 'verify' | 'random',
    algorithm: string,
    subject: string,
    ok: boolean | null,
  ): void {
    this.#server(intent, phase, { kind: 'crypto', op, algorithm, subject, ok, detail: { bytes: 16 } });
  }

  #change(
    intent: string,
    phase: Phase,
    owner: 'laptop' | 'app-1',
    name: 'cookies' | 'localStorage' | 'files',
    key: string,
    before: JsonEntry,
    after: JsonEntry,
  ): void {
    this.#writer.write({ actor: owner, intent, phase }, 0, {
      kind: 'change',
      area: { owner, name },
      key,
      before,
      after,
    });
  }

  #server(intent: string, phase: Phase, fact: Fact): void {
    this.#writer.write({ actor: 'app-1', intent, phase }, 25, fact);
  }

  #browser(intent: string, phase: Phase, fact: Fact): void {
    this.#writer.write({ actor: 'laptop', intent, phase }, 0, fact);
  }
}

type JsonEntry = string | null | Readonly<Record<string, string | number | boolean | null>>;

function fileOf(round: number): JsonEntry {
  return { content: `user|a:4:{s:2:"id";i:${round};}`, created: 1_772_442_000, mtime: 1_772_442_000 };
}

function cookieOf(round: number): JsonEntry {
  return {
    name: 'PHPSESSID',
    value: idOf(round),
    domain: 'app.example',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    expires: null,
    created: 1_772_442_000,
  };
}
