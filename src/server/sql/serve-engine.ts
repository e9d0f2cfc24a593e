import {
  SqlError,
  type Database,
  type DatabaseSnapshot,
  type LoadSqlEngine,
} from './database.ts';
import type { EngineOrder, EngineReport, ThreadEnd } from './messages.ts';

/** The far end of `remoteEngine`: answers what comes in from an engine that lives on this thread, in the order in which it was asked. */
export function serveEngine(end: ThreadEnd, load: LoadSqlEngine): void {
  const databases = new Map<number, Database>();
  /** What the other side knows already is not sent again. */
  const known = new Map<number, DatabaseSnapshot>();
  let opened = 0;

  const open = async (from: DatabaseSnapshot | null): Promise<number> => {
    const database = await (await load()).open(from);
    opened += 1;
    databases.set(opened, database);
    if (from) known.set(opened, from);
    return opened;
  };

  const answer = async ({ request }: EngineOrder): Promise<unknown> => {
    if (request.kind === 'load') return (await load()).version;
    if (request.kind === 'open') return open(request.from);
    const { database: number } = request;
    const database = databases.get(number);
    if (!database) throw new Error('this database is closed');
    switch (request.kind) {
      case 'run':
        return database.run(request.statement, request.params, request.moment);
      case 'script':
        return database.script(request.text, request.moment);
      case 'plan':
        return database.plan(request.statement);
      case 'log':
        return database.log();
      case 'snapshot': {
        const snapshot = await database.snapshot();
        if (known.get(number) === snapshot) return null;
        known.set(number, snapshot);
        return snapshot;
      }
      case 'close':
        databases.delete(number);
        known.delete(number);
        return database.close();
    }
  };

  end.addEventListener('message', (event: MessageEvent<EngineOrder>) => {
    const { id } = event.data;
    answer(event.data).then(
      (value): void => {
        const report: EngineReport = { id, ok: true, value };
        end.postMessage(report, {});
      },
      (error: unknown): void => {
        const problem = error instanceof SqlError ? error.code : null;
        const message = error instanceof Error ? error.message : String(error);
        const report: EngineReport = { id, ok: false, problem, message };
        end.postMessage(report, {});
      },
    );
  });
}
