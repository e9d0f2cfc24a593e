import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import type { Random } from '#core/ports.ts';
import type { Settings } from '#core/settings.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { failure, json } from './answers.ts';
import type { ReceivedRequest } from './call.ts';
import { handle } from './handle.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { silentRecorder } from './silent-recorder.ts';
import type { SqlEngine } from './sql/database.ts';
import { initialServerState, openServer, type ServerCell } from './state.ts';

export interface StandaloneOptions {
  readonly settings: Settings;
  /** 32 bytes, or null for drawn ones. */
  readonly jwtSecret: Uint8Array | null;
  /** Keeps the tables, so that every scheme's addresses are there. */
  readonly engine: SqlEngine;
  /** Starts the seed anew: each call gives the same bytes again. */
  readonly seededRandom: () => Random;
}

/** A server without a browser, and the time and chance it lives in. */
interface Life {
  readonly server: ServerCell;
  readonly random: Random;
  /** Unix second. It stands still until somebody moves it. */
  now: number;
  /** Requests that are not answered yet. */
  readonly pending: Set<Promise<unknown>>;
}

/**
 * The server by itself, for callers from outside: time moves only by `POST /__clock {"advance": seconds}`, and `POST /__reset` begins
 * everything anew. Each answers `{"now": second}`.
 */
export async function createStandalone(
  options: StandaloneOptions,
): Promise<(request: ReceivedRequest) => Promise<HttpResponse>> {
  const { settings } = options;
  let life = await begin(options);

  const table: readonly Route[] = [
    ...ROUTES,
    {
      method: 'POST',
      path: '/__clock',
      handler: async ({ bytes }) => {
        const advance = readAdvance(bytes);
        if (advance === null || !Number.isSafeInteger(life.now + advance)) {
          return failure(
            'invalid_request',
            [],
            'advance is needed: whole seconds, not negative',
          );
        }
        life.now += advance;
        return json(200, { now: life.now });
      },
    },
    {
      method: 'POST',
      path: '/__reset',
      handler: async () => {
        const old = life;
        life = await begin(options);
        void end(old);
        return json(200, { now: life.now });
      },
    },
  ];

  return (request) => {
    const { server, random } = life;
    const here = life;
    const clock = {
      now: () => here.now,
      micros: () => (here.now - WORLD_EPOCH) * 1_000_000,
    };
    const answered = handle(
      request,
      { server, recorder: silentRecorder, clock, random, settings },
      table,
    );
    return keepTrack(here, answered);
  };
}

async function begin({
  jwtSecret,
  seededRandom,
  engine,
}: StandaloneOptions): Promise<Life> {
  const random = seededRandom();
  const state = await initialServerState(random, {
    jwtSecret: jwtSecret ?? undefined,
    engine,
  });
  const server = await openServer(state, engine);
  return { server, random, now: WORLD_EPOCH, pending: new Set() };
}

async function keepTrack<T>(
  { pending }: Life,
  answered: Promise<T>,
): Promise<T> {
  pending.add(answered);
  try {
    return await answered;
  } finally {
    pending.delete(answered);
  }
}

/** Whoever is still being answered by it needs its tables. */
async function end({ server, pending }: Life): Promise<void> {
  await Promise.allSettled(pending);
  await server.database?.close();
}

/** Whatever the content is said to be, it is read as JSON: `curl -d` calls everything a form. */
function readAdvance(bytes: Uint8Array): number | null {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
    const advance = isJsonObject(value) ? value['advance'] : null;
    return typeof advance === 'number' &&
      Number.isSafeInteger(advance) &&
      advance >= 0
      ? advance
      : null;
  } catch {
    return null;
  }
}
