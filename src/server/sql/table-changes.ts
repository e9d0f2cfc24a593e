import { jsonEqual } from '#core/json.ts';
import type { DatabaseSnapshot, RowChange } from './database.ts';

/** The rows of every table, by name and by the values of the primary key. */
export type Tables = DatabaseSnapshot['tables'];

/** What is different in the second: what went or changed in the order of the first, then what came. */
export function tableChanges(
  before: Tables,
  after: Tables,
): readonly RowChange[] {
  const names = Object.keys({ ...before, ...after });
  return names.flatMap((table) => {
    const [old, now] = [before[table] ?? {}, after[table] ?? {}];
    return Object.keys({ ...old, ...now })
      .map((key): RowChange => ({
        table,
        key,
        before: old[key] ?? null,
        after: now[key] ?? null,
      }))
      .filter((change) => !jsonEqual(change.before, change.after));
  });
}
