import type { SchemaTable } from './sql-schema.ts';

/**
 * The statement that deletes one row: `DELETE FROM sessions WHERE id = 1`. Null for what is no table of the schema.
 * @param key the values of the primary key, joined by a space, as a row is known by.
 */
export function deletionOf(schema: readonly SchemaTable[], table: string, key: string): string | null {
  const columns = schema.find(({ name }) => name === table)?.columns.filter((column) => column.key) ?? [];
  const values = key.split(' ');
  if (columns.length === 0 || columns.length !== values.length) return null;
  const conditions = columns.map(({ name, type }, index) => `${name} = ${literal(values[index] ?? '', type)}`);
  return `DELETE FROM ${table} WHERE ${conditions.join(' AND ')}`;
}

function literal(value: string, type: string): string {
  return type === 'INTEGER' && /^-?\d+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
