import type { SqlTables } from '#auth/stores.ts';
import { COSTS } from '#core/costs.ts';
import type { ChangeFact } from '#core/events.ts';
import { jsonEqual } from '#core/json.ts';
import { AREAS, type AreaName } from '#core/state.ts';
import type { AccessContext } from '../access.ts';
import { rowObjects, type Database, type RowChange } from './database.ts';

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
    run({ store, purpose, op, key, statement, params }, code) {
      return recorder.perform(phase, code, COSTS.query.micros, async () => {
        const plan = await database.plan(statement);
        const moment = { now: clock.now(), entropy: random.bytes(ENTROPY) };
        const ran = await database.run(statement, params, moment);
        const { statement: logged, rows } = ran.logged;
        const sql = { statement: logged, params, plan };
        return {
          fact: { kind: 'store', store, op, purpose, key, rows, sql },
          changes: ran.changes.flatMap(changeFact),
          value: { rows: rowObjects(ran), count: rows },
        };
      });
    },
  };
}

/** None where the row was written as it was already: the statement's count says that it was touched. */
function changeFact({ table, ...change }: RowChange): readonly ChangeFact[] {
  if (!isArea(table) || jsonEqual(change.before, change.after)) return [];
  return [
    { kind: 'change', area: { owner: 'database', name: table }, ...change },
  ];
}

function isArea(table: string): table is AreaName {
  return (AREAS as readonly string[]).includes(table);
}
