import type { SqlTables } from '#auth/stores.ts';
import { COSTS } from '#core/costs.ts';
import type { ChangeFact } from '#core/events.ts';
import { jsonEqual } from '#core/json.ts';
import type { Performed } from '#core/ports.ts';
import { AREAS, type AreaName } from '#core/state.ts';
import type { AccessContext } from '../stores/access.ts';
import { ServerFault } from '../fault.ts';
import {
  rowObjects,
  SqlError,
  type Database,
  type RowChange,
} from './database.ts';

type Found = Awaited<ReturnType<SqlTables['run']>>;

/** Bytes that a statement may draw its chance from. */
const ENTROPY = 16;

/**
 * The database of a server. Each statement is recorded: what ran, with what, how, and how many rows, as the engine itself
 * reports it.
 */
export function sqlTables(
  context: AccessContext,
  database: Database,
): SqlTables {
  const { recorder, clock, random, phase } = context;
  return {
    async run({ store, purpose, op, key, statement, params }, code) {
      const about = { kind: 'store', store, op, purpose, key } as const;
      const outcome = await recorder.perform(
        phase,
        code,
        COSTS.query.micros,
        async (): Promise<Performed<Found | ServerFault>> => {
          const moment = { now: clock.now(), entropy: random.bytes(ENTROPY) };
          try {
            const plan = await database.plan(statement);
            const ran = await database.run(statement, params, moment);
            const { statement: logged, rows } = ran.logged;
            const sql = { statement: logged, params, plan };
            return {
              fact: { ...about, rows, sql },
              changes: ran.changes.flatMap(changeFact),
              value: { rows: rowObjects(ran), count: rows },
            };
          } catch (error) {
            if (!(error instanceof SqlError)) throw error;
            const refused = error.message;
            const sql = { statement, params, plan: [], refused };
            const value = new ServerFault(refused, { cause: error });
            return { fact: { ...about, rows: 0, sql }, value };
          }
        },
      );
      if (outcome instanceof ServerFault) throw outcome;
      return outcome;
    },
  };
}

/** None where the row was written as it was already: the statement's count says that it was touched. */
export function changeFact({
  table,
  ...change
}: RowChange): readonly ChangeFact[] {
  if (!isArea(table) || jsonEqual(change.before, change.after)) return [];
  return [
    { kind: 'change', area: { owner: 'database', name: table }, ...change },
  ];
}

function isArea(table: string): table is AreaName {
  return (AREAS as readonly string[]).includes(table);
}
