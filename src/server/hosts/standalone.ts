import { MICROS_PER_SECOND } from '#core/costs.ts';
import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import type { Random } from '#core/ports.ts';
import type { Settings } from '#core/settings.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { failure, json } from '../http/answers.ts';
import type { ReceivedRequest } from '../call.ts';
import { handle } from '../handle.ts';
import { createInTurn } from './in-turn.ts';
import type { Route } from '../route.ts';
import { silentRecorder } from './silent-recorder.ts';
import type { SqlEngine } from '../sql/database.ts';
import { initialServerState, openServer } from '../stores/open-server.ts';
import type { ServerCell } from '../stores/state.ts';

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

  const controls: readonly Route[] = [
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
        const { database } = life.server;
        life = await begin(options);
        // Requests come in turn: nobody is being answered by it.
        await database?.close();
        return json(200, { now: life.now });
      },
    },
  ];

  // One request at a time: how long each takes must not decide who draws which random bytes.
  const inTurn = createInTurn();
  return (request) =>
    inTurn(() => {
      const { server, random, now } = life;
      const clock = {
        now: () => now,
        micros: () => (now - WORLD_EPOCH) * MICROS_PER_SECOND,
      };
      return handle(
        request,
        { server, recorder: silentRecorder, clock, random, settings },
        controls,
      );
    });
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
  return { server, random, now: WORLD_EPOCH };
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
