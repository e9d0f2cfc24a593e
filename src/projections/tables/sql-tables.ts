import type { Column, Comparison } from '#core/align.ts';
import { isJsonObject, type JsonValue } from '#core/json.ts';
import { AREAS, areaId } from '#core/state.ts';
import { areasAt } from '../areas-at.ts';
import { clockText } from '../clock.ts';
import { clampCursor, currentEvents } from '../cursor.ts';
import type { Entry } from '../fold.ts';
import { changeIn, type Mark, marksOf } from '../marks.ts';
import type { RanStatement, SqlCell, SqlTableRow, SqlTableView } from './sql-models.ts';
import type { SchemaColumn, SchemaTable } from './sql-schema.ts';
import { shortenValues } from '../wording/shorten.ts';

/** The tables of one side as its engine holds them after `k` steps, every column of them, in the order of the schema. */
export function sqlTables(
  comparison: Comparison,
  column: Column,
  k: number,
  schema: readonly SchemaTable[],
): readonly SqlTableView[] {
  const cursor = clampCursor(comparison, k);
  const areas = areasAt(comparison, column, cursor);
  const marks = marksOf(comparison, column, cursor);
  return schema.flatMap(({ name, columns }) => {
    const area = AREAS.find((one) => one === name);
    if (!area) return [];
    const id = areaId({ owner: 'database', name: area });
    const rows = rowsOf(columns, areas.get(id) ?? new Map(), marks.get(id) ?? new Map());
    return [{ name, columns, rows }];
  });
}

/** The rows that are there, and those that this step deleted, by their keys: a row keeps its place. */
function rowsOf(
  columns: readonly SchemaColumn[],
  entries: ReadonlyMap<string, Entry>,
  marks: ReadonlyMap<string, Mark>,
): readonly SqlTableRow[] {
  const standing = [...entries].map(([key, { value, event }]) => ({ key, value, event, mark: marks.get(key) }));
  const deleted = [...marks]
    .filter(([key, { before, after }]) => !entries.has(key) && before !== null && after === null)
    .map(([key, mark]) => ({ key, value: mark.before, event: mark.event, mark }));
  return [...standing, ...deleted]
    .toSorted((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }))
    .map(({ key, value, event, mark }) => {
      const change = changeIn(mark);
      const before = change === 'changed' ? (mark?.before ?? null) : null;
      return { key, event, change, cells: columns.map((one) => cellOf(one, value, before)) };
    });
}

/** Columns that hold a Unix second. */
const TIMES: ReadonlySet<string> = new Set([
  'created',
  'last_seen',
  'expires',
  'revoked',
  'issued',
  'used',
  'until',
  'disabled',
]);

function cellOf({ name }: SchemaColumn, row: JsonValue, before: JsonValue | null): SqlCell {
  const value = memberOf(row, name);
  const full = value === null ? 'NULL' : String(value);
  return {
    text: shortenValues(full),
    full,
    reading: TIMES.has(name) && typeof value === 'number' ? clockText(value) : null,
    isNull: value === null,
    changed: before !== null && memberOf(before, name) !== value,
  };
}

function memberOf(row: JsonValue, name: string): string | number | null {
  const value = isJsonObject(row) ? row[name] : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The statements that a server ran in the step that led to `k`. */
export function statementsAt(comparison: Comparison, column: Column, k: number): readonly RanStatement[] {
  return currentEvents(comparison, column, k).flatMap((event) =>
    event.kind === 'store' && event.sql ? [{ event: event.id, sql: event.sql, rows: event.rows }] : [],
  );
}
