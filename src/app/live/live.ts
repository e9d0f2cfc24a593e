import { hasWebCrypto } from '#auth/keys/crypto-key.ts';
import { RunError, type Runner } from '#core/ports.ts';
import type { RunSpec } from '#core/intents.ts';
import type { Trace } from '#core/trace.ts';
import { handlers } from '#server/hosts/msw.ts';
import { createRunner } from '#world/run.ts';
import { intercept, type Via } from './interception.ts';

export interface LiveOptions {
  /** The folder of the app, absolute, with its last slash. */
  readonly baseUrl: string;
}

/** Worlds that run in this page, over real requests. */
export interface Live {
  readonly runner: Runner;
  /** Who catches the requests just now. */
  readonly via: Via;
}

/**
 * Brings the simulation up. This module holds MSW, jose and the world: import it lazily, after the first paint.
 * @throws RunError `no-webcrypto` on plain http, `no-interception` where no request could be caught; nothing has been sent then.
 */
export async function startLive({ baseUrl }: LiveOptions): Promise<Live> {
  if (!hasWebCrypto()) throw new RunError('no-webcrypto');
  const worlds = createRunner({
    fetch: (request) => network.send(request),
    loadSql: async () => (await import('./load-sql.ts')).loadSqlInWorker(),
    freeze: import.meta.env.DEV,
  });
  const network = await intercept(
    handlers((request) => worlds.answer(request)),
    baseUrl,
  );

  const attempt = async (spec: RunSpec, signal?: AbortSignal): Promise<Trace> => {
    await network.confirm();
    return worlds.run(spec, signal);
  };
  const runner: Runner = {
    run: (spec, signal) =>
      attempt(spec, signal).catch((error: unknown) => {
        // The worker went away while the run was on: once more, another way.
        if (error instanceof RunError && error.code === 'no-interception') return attempt(spec, signal);
        throw error;
      }),
  };
  return {
    runner,
    get via() {
      return network.via;
    },
  };
}
