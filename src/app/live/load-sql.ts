import type { LoadSqlEngine, SqlEngine } from '#server/sql/database.ts';
import { remoteEngine } from '#server/sql/remote-engine.ts';

let loaded: Promise<SqlEngine> | null = null;

/** Starts the SQL engine in a worker, for the first world that needs it. Where that fails, the next one tries anew. */
export const loadSqlInWorker: LoadSqlEngine = () => {
  loaded ??= start().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
};

async function start(): Promise<SqlEngine> {
  const worker = new Worker(new URL('./sql.worker.ts', import.meta.url), { type: 'module', name: 'sql' });
  const remote = remoteEngine(worker);
  worker.addEventListener('error', ({ message }) => {
    loaded = null;
    remote.fail(new Error(`the SQL worker failed: ${message || 'it could not be loaded'}`));
    worker.terminate();
  });
  return remote.load();
}
