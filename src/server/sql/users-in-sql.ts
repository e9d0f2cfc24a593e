import type { SqlTables } from '#auth/stores.ts';
import type { RegionName } from '#core/events.ts';
import type { SqlRow, SqlValue } from '#core/sql.ts';
import type { UserRow } from '../state.ts';
import type { Users } from '../users-table.ts';

const ALL = 'SELECT id, user_name, email, role, salt, hash FROM users';

/** The table of users of a server whose tables are in the SQL engine. */
export function usersInSql(sql: SqlTables): Users {
  const read = async (
    key: string,
    statement: string,
    params: readonly SqlValue[],
    code: RegionName,
  ): Promise<readonly UserRow[]> => {
    const about = { store: 'users', purpose: 'request', op: 'read' } as const;
    const query = { ...about, key, statement, params };
    return (await sql.run(query, code)).rows.map(userRow);
  };
  return {
    byEmail: async (email, code) =>
      (await read(email, `${ALL} WHERE email = ?`, [email], code))[0] ?? null,
    byId: async (id, code) =>
      (await read(id, `${ALL} WHERE id = ?`, [id], code))[0] ?? null,
    all: (code) => read('*', `${ALL} ORDER BY id`, [], code),
  };
}

function userRow(row: SqlRow): UserRow {
  return {
    id: Number(row['id']),
    user_name: String(row['user_name']),
    email: String(row['email']),
    role: row['role'] === 'admin' ? 'admin' : 'member',
    salt: String(row['salt']),
    hash: String(row['hash']),
  };
}
