import type { DecisionFact, Fact, Phase, RegionName, StoreFact } from '#core/events.ts';
import { byteLength, header, type HeaderList, type HttpResponse } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import type { Clock, Recorder } from '#core/ports.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { handle } from '#server/handle.ts';
import { initialServerState, openServer } from '#server/stores/open-server.ts';
import type { ServerCell } from '#server/stores/state.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { createRandom } from '#world/random.ts';

export const JOHN = { email: 'john@example.com', password: 'correct horse battery staple' };
export const ZOYA = { email: 'zoya@example.com', password: 'open sesame 123' };

/** 32 bytes, so that tests can make tokens of their own. */
export const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index + 1);

export interface Recorded {
  readonly phase: Phase;
  readonly code: RegionName;
  readonly fact: Fact;
  /** Microseconds; null for what takes none. */
  readonly cost: number | null;
}

export interface Sending {
  readonly headers?: HeaderList;
  readonly json?: JsonValue;
  readonly form?: string;
  readonly body?: string | Uint8Array;
}

const encoder = new TextEncoder();

/** A server with a clock that the test moves, and what it recorded of the last request. */
export class Bench {
  readonly cell: ServerCell;
  settings: Settings;
  now = WORLD_EPOCH;
  /** Facts of the last request. */
  recorded: Recorded[] = [];
  readonly #random;
  readonly #clock: Clock = { now: () => this.now, micros: () => (this.now - WORLD_EPOCH) * 1_000_000 };

  constructor(cell: ServerCell, seed: number, settings: Partial<Settings>) {
    this.cell = cell;
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    this.#random = createRandom(`test/${seed}`);
  }

  static async start(settings: Partial<Settings> = {}, seed = 1): Promise<Bench> {
    const state = await initialServerState(createRandom(`start/${seed}`), { jwtSecret: SECRET });
    return new Bench(await openServer(state, null), seed, settings);
  }

  /** A server whose tables are in the SQL engine. */
  static async startWithSql(settings: Partial<Settings> = {}, seed = 1): Promise<Bench> {
    const engine = await loadSqlite();
    const state = await initialServerState(createRandom(`start/${seed}`), { jwtSecret: SECRET, engine });
    return new Bench(await openServer(state, engine), seed, settings);
  }

  async send(method: string, path: string, sending: Sending = {}): Promise<HttpResponse> {
    this.recorded = [];
    return handle(
      { method, url: `https://app.example${path}`, headers: headersOf(sending), bytes: bytesOf(sending) },
      {
        server: this.cell,
        recorder: this.#recorder(),
        clock: this.#clock,
        random: this.#random,
        settings: this.settings,
      },
    );
  }

  stores(): readonly StoreFact[] {
    return this.recorded.flatMap(({ fact }) => (fact.kind === 'store' ? [fact] : []));
  }

  /** Accesses that serve to recognise or remember: `read files`. */
  authentication(): readonly string[] {
    return this.stores()
      .filter(({ purpose }) => purpose === 'authentication')
      .map(({ op, store }) => `${op} ${store}`);
  }

  decisions(): readonly DecisionFact[] {
    return this.recorded.flatMap(({ fact }) => (fact.kind === 'decision' ? [fact] : []));
  }

  costs(): readonly number[] {
    return this.recorded.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  }

  lastReason(): string | undefined {
    return this.decisions().at(-1)?.reason;
  }

  #recorder(): Recorder {
    const into = this.recorded;
    return {
      note(phase, code, fact) {
        into.push({ phase, code, fact, cost: null });
        return `e${into.length - 1}`;
      },
      async perform(phase, code, cost, act) {
        const { fact, changes = [], value } = await act(`e${into.length}`);
        into.push({ phase, code, fact, cost });
        for (const change of changes) into.push({ phase, code, fact: change, cost: null });
        return value;
      },
    };
  }
}

function headersOf({ headers = [], json, form }: Sending): HeaderList {
  if (json !== undefined) return [['Content-Type', 'application/json'], ...headers];
  if (form !== undefined) return [['Content-Type', 'application/x-www-form-urlencoded'], ...headers];
  return headers;
}

function bytesOf({ json, form, body = '' }: Sending): Uint8Array {
  if (json !== undefined) return encoder.encode(JSON.stringify(json));
  if (form !== undefined) return encoder.encode(form);
  return typeof body === 'string' ? encoder.encode(body) : body;
}

export function bodyOf(response: HttpResponse): unknown {
  return JSON.parse(response.body);
}

export function bearer(token: string): HeaderList {
  return [['Authorization', `Bearer ${token}`]];
}

export function sessionCookie(id: string): HeaderList {
  return [['Cookie', `PHPSESSID=${id}`]];
}

/** The id in a `Set-Cookie` of a login. */
export function issuedId(response: HttpResponse): string {
  return /^PHPSESSID=([^;]*)/.exec(header(response.headers, 'Set-Cookie') ?? '')?.[1] ?? '';
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

export function issuedTokens(response: HttpResponse): Tokens {
  return JSON.parse(response.body) as Tokens;
}

/** Everything that the outside can tell apart. */
export function outside({ status, headers, body }: HttpResponse): string {
  return JSON.stringify({ status, headers, body });
}

/** What `outside` gives for a failure that says exactly this. */
export function refused(status: number, error: string, message: string, headers: HeaderList = []): string {
  const body = JSON.stringify({ error, message });
  const fields = [['Content-Type', 'application/json'], ['Content-Length', String(byteLength(body))], ...headers];
  return JSON.stringify({ status, headers: fields, body });
}

/** John with a pair of tokens. */
export async function withTokens(settings: Partial<Settings> = {}): Promise<{ bench: Bench; tokens: Tokens }> {
  const bench = await Bench.start(settings);
  return { bench, tokens: issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN })) };
}

/** What the outside hears of every bad access token but one. */
export const INVALID_TOKEN = refused(401, 'invalid_token', 'The access token is not valid', [
  ['WWW-Authenticate', 'Bearer realm="app", error="invalid_token"'],
]);

/** What it hears of one that is good in everything else. */
export const EXPIRED_TOKEN = refused(401, 'invalid_token', 'The access token is not valid', [
  ['WWW-Authenticate', 'Bearer realm="app", error="invalid_token", error_description="expired"'],
]);
