import {
  SqlError,
  type Database,
  type DatabaseSnapshot,
  type LoggedStatement,
  type Ran,
  type ScriptStep,
  type SqlEngine,
} from './database.ts';
import type { EngineReport, EngineRequest, ThreadEnd } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** An engine on another thread, which never holds this one up. `fail` ends what is asked and what will be. */
export interface RemoteEngine {
  /** Loads it there. */
  load(): Promise<SqlEngine>;
  fail(error: unknown): void;
}

/** The near end of `serveEngine`. */
export function remoteEngine(end: ThreadEnd): RemoteEngine {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let failure: { readonly error: unknown } | null = null;

  /** The answer to a request is of the type that the far end gives to that kind of request. */
  const ask = <T>(request: EngineRequest): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      if (failure) throw failure.error;
      asked += 1;
      waiting.set(asked, { resolve, reject });
      end.postMessage({ id: asked, request }, {});
    }) as Promise<T>;

  end.addEventListener('message', ({ data }: MessageEvent<EngineReport>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.ok) resolve?.(data.value);
    else if (data.problem) reject?.(new SqlError(data.problem, data.message));
    else reject?.(new Error(data.message));
  });

  const open = async (from: DatabaseSnapshot | null): Promise<Database> => {
    const database = await ask<number>({ kind: 'open', from });
    let known = from;
    return {
      run: (statement, params, moment) =>
        ask<Ran>({ kind: 'run', database, statement, params, moment }),
      script: (text, moment) =>
        ask<readonly ScriptStep[]>({ kind: 'script', database, text, moment }),
      plan: (statement) =>
        ask<readonly string[]>({ kind: 'plan', database, statement }),
      log: () => ask<readonly LoggedStatement[]>({ kind: 'log', database }),
      async snapshot() {
        const changed = await ask<DatabaseSnapshot | null>({
          kind: 'snapshot',
          database,
        });
        known = changed ?? known;
        if (!known) throw new Error('a database without a snapshot');
        return known;
      },
      close: () => ask<void>({ kind: 'close', database }),
    };
  };

  return {
    load: async () => ({ version: await ask<string>({ kind: 'load' }), open }),
    fail(error) {
      failure = { error };
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}
