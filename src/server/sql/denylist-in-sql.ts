import type { Denylist, SqlTables } from '#auth/stores.ts';
import type { Clock } from '#core/ports.ts';

const ABOUT = { store: 'denylist', purpose: 'authentication' } as const;

/** The denylist of a server whose tables are in the SQL engine. A row is void once its time has come, and goes at the next insertion. */
export function denylistInSql(
  sql: SqlTables,
  clock: Pick<Clock, 'now'>,
): Denylist {
  return {
    async has(iss, jti, code) {
      const { count } = await sql.run(
        {
          ...ABOUT,
          op: 'read',
          key: `${iss} ${jti}`,
          statement:
            'SELECT until FROM denylist WHERE iss = ? AND jti = ? AND until > ?',
          params: [iss, jti, clock.now()],
        },
        code,
      );
      return count > 0;
    },

    async add(rows, code) {
      await sql.run(
        {
          ...ABOUT,
          op: 'delete',
          key: 'over',
          statement: 'DELETE FROM denylist WHERE until <= ?',
          params: [clock.now()],
        },
        code,
      );
      await sql.run(
        {
          ...ABOUT,
          op: 'write',
          key: rows.map(({ iss, jti }) => `${iss} ${jti}`).join(', '),
          statement: `INSERT INTO denylist (iss, jti, until) VALUES ${rows.map(() => '(?, ?, ?)').join(', ')} ON CONFLICT DO NOTHING`,
          params: rows.flatMap(({ iss, jti, until }) => [iss, jti, until]),
        },
        code,
      );
    },
  };
}
