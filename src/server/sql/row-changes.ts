import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import type { SqlRow } from '#core/sql.ts';
import type { RowChange } from './database.ts';
import { keyOf, toRow, type TableShape } from './tables.ts';
import { fromSql } from './values.ts';

export interface RowWatch {
  /** What has changed since the last time of asking. */
  take(): readonly RowChange[];
}

/**
 * Watches rows change by the engine's pre-update hook: whoever wrote the statement, the change is seen.
 * @param shapeOf asked while a statement runs, so it must not run another.
 */
export function watchRows(
  { capi }: Sqlite3Static,
  connection: Connection,
  shapeOf: (table: string) => TableShape | undefined,
): RowWatch {
  let changes: RowChange[] = [];
  type Read = typeof capi.sqlite3_preupdate_old_js;

  const rowOf = (shape: TableShape, read: Read): SqlRow =>
    toRow(shape, (at) => fromSql(read(connection, at)));

  // The engine's function takes one argument more than its types say.
  type Watch = typeof capi.sqlite3_preupdate_hook;
  const watch: (...all: [...Parameters<Watch>, context: 0]) => unknown =
    capi.sqlite3_preupdate_hook;
  watch(
    connection,
    (_context, _db, op, _name, table) => {
      const shape = shapeOf(table);
      if (!shape) return;
      const before =
        op === capi.SQLITE_INSERT
          ? null
          : rowOf(shape, capi.sqlite3_preupdate_old_js);
      const after =
        op === capi.SQLITE_DELETE
          ? null
          : rowOf(shape, capi.sqlite3_preupdate_new_js);
      const row = before ?? after ?? {};
      const key = keyOf(shape, row);
      changes.push({ table, key, before, after });
    },
    0,
  );

  return {
    take() {
      const taken = changes;
      changes = [];
      return taken;
    },
  };
}
