import type { Cutoffs, SqlTables } from '#auth/stores.ts';
import type { Clock } from '#core/ports.ts';

const ABOUT = { store: 'cutoffs', purpose: 'authentication' } as const;

/** The cut-offs of a server whose tables are in the SQL engine, one a user at most. */
export function cutoffsInSql(
  sql: SqlTables,
  clock: Pick<Clock, 'now'>,
): Cutoffs {
  return {
    async read(subject, code) {
      const statement = 'SELECT before FROM cutoffs WHERE user_id = ?';
      const params = [subject];
      const { rows } = await sql.run(
        { ...ABOUT, op: 'read', key: subject, statement, params },
        code,
      );
      const before = rows[0]?.['before'];
      return before === undefined ? null : Number(before);
    },

    async cut(subject, code) {
      const statement = `INSERT INTO cutoffs (user_id, before) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET before = max(before + 1, excluded.before)
  RETURNING before`;
      const params = [Number(subject), clock.now() + 1];
      const { rows } = await sql.run(
        { ...ABOUT, op: 'write', key: subject, statement, params },
        code,
      );
      return Number(rows[0]?.['before']);
    },
  };
}
