/** A column as the schema declares it. */
export interface SchemaColumn {
  readonly name: string;
  /** `INTEGER`, `TEXT`. */
  readonly type: string;
  /** Part of the primary key. */
  readonly key: boolean;
}

export interface SchemaTable {
  readonly name: string;
  readonly columns: readonly SchemaColumn[];
}

/** The tables of a schema as SQL text, `CREATE TABLE` by `CREATE TABLE`, a column on a line. */
export function readSchema(text: string): readonly SchemaTable[] {
  return [...text.matchAll(/^CREATE TABLE (\w+) \(\n([^]*?)\n\)/gm)].map(([, name = '', body = '']) => {
    const [, own = ''] = /^ *PRIMARY KEY \(([^)]*)\)/m.exec(body) ?? [];
    const keys = new Set(own.split(',').map((column) => column.trim()));
    const columns = [...body.matchAll(/^ *([a-z]\w*) +([A-Z]+)\b([^\n]*)/gm)].map(
      ([, column = '', type = '', rest = '']): SchemaColumn => ({
        name: column,
        type,
        key: keys.has(column) || rest.includes('PRIMARY KEY'),
      }),
    );
    return { name, columns };
  });
}
