/** The headers that a `_headers` file gives to the paths which a pattern covers. */
export interface HeaderRule {
  /** A path, or the start of one followed by `*`. */
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the `_headers` file of static hosts: a path in the first column, its headers indented below it.
 * @throws Error for a header before any path, or an indented line that is no header.
 */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: {} });
      continue;
    }
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (!rule || name === undefined || value === undefined) throw new Error(`_headers: cannot read "${line}"`);
    rule.headers[name.toLowerCase()] = value;
  }
  return rules;
}

/** All the headers of one path, by lower-case name; a later rule wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  const covering = rules.filter(({ pattern }) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
  return Object.fromEntries(covering.flatMap(({ headers }) => Object.entries(headers)));
}
