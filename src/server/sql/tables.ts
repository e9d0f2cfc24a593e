import type { Database as Connection } from '@sqlite.org/sqlite-wasm';
import type { SqlRow } from '#core/sql.ts';
import type { DatabaseSnapshot } from './database.ts';
import { fromSql } from './values.ts';

/** A table's columns in order, and which of them are its primary key. */
export interface TableShape {
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export type TableShapes = ReadonlyMap<string, TableShape>;

/** The name of a row among those of its table: the values of its primary key, joined by a space. */
export function keyOf({ key }: TableShape, row: SqlRow): string {
  return key.map((name) => String(row[name])).join(' ');
}

/** The tables of the schema, without the engine's own. */
export function readShapes(connection: Connection): TableShapes {
  const columns = connection.selectArrays(
    `SELECT t.name, c.name, c.pk FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY t.rowid, c.cid`,
  );
  const shapes = new Map<string, TableShape>();
  for (const [table, column, pk] of columns.map((row) => row.map(fromSql))) {
    const [name, text] = [String(table), String(column)];
    const { columns: others = [], key = [] } = shapes.get(name) ?? {};
    shapes.set(name, {
      columns: [...others, text],
      key: pk === 0 ? key : [...key, text],
    });
  }
  return shapes;
}

export function readTables(
  connection: Connection,
  shapes: TableShapes,
): DatabaseSnapshot['tables'] {
  const rowsOf = (name: string, shape: TableShape): readonly SqlRow[] =>
    connection
      .selectArrays(`SELECT * FROM "${name}"`)
      .map((values) => toRow(shape, (at) => fromSql(values[at] ?? null)));
  return Object.fromEntries(
    [...shapes].map(([name, shape]) => [
      name,
      Object.fromEntries(
        rowsOf(name, shape).map((row) => [keyOf(shape, row), row]),
      ),
    ]),
  );
}

export function toRow(
  { columns }: TableShape,
  valueAt: (column: number) => SqlRow[string],
): SqlRow {
  return Object.fromEntries(columns.map((name, at) => [name, valueAt(at)]));
}
