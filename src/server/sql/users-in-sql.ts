import type { SqlTables } from '#auth/stores.ts';
import type { RegionName } from '#core/events.ts';
import type { Clock } from '#core/ports.ts';
import type { SqlRow, SqlValue } from '#core/sql.ts';
import type { UserRow } from '../stores/state.ts';
import type { Users } from '../stores/users-table.ts';

const ALL =
  'SELECT id, user_name, email, role, salt, hash, disabled FROM users';

/** The table of users of a server whose tables are in the SQL engine. */
export function usersInSql(sql: SqlTables, clock: Pick<Clock, 'now'>): Users {
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
  const write = async (
    id: number,
    statement: string,
    params: readonly SqlValue[],
    code: RegionName,
  ): Promise<boolean> => {
    const about = { store: 'users', purpose: 'request', op: 'write' } as const;
    const query = { ...about, key: String(id), statement, params };
    return (await sql.run(query, code)).count > 0;
  };
  return {
    byEmail: async (email, code) =>
      (await read(email, `${ALL} WHERE email = ?`, [email], code))[0] ?? null,
    byId: async (id, code) => {
      const [user] = await read(id, `${ALL} WHERE id = ?`, [id], code);
      // To a column of integers '042' is 42.
      return user && String(user.id) === id ? user : null;
    },
    all: (code) => read('*', `${ALL} ORDER BY id`, [], code),
    setEmail: (id, email, code) =>
      write(
        id,
        `UPDATE users SET email = ?
  WHERE id = ? AND NOT EXISTS
    (SELECT 1 FROM users WHERE email = ? AND id <> ?)`,
        [email, id, email, id],
        code,
      ),
    setPassword: (id, { salt, hash }, code) =>
      write(
        id,
        'UPDATE users SET salt = ?, hash = ? WHERE id = ?',
        [salt, hash, id],
        code,
      ),
    setRole: (id, role, code) =>
      write(id, 'UPDATE users SET role = ? WHERE id = ?', [role, id], code),
    disable: (id, code) =>
      write(
        id,
        'UPDATE users SET disabled = coalesce(disabled, ?) WHERE id = ?',
        [clock.now(), id],
        code,
      ),
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
    disabled: typeof row['disabled'] === 'number' ? row['disabled'] : null,
  };
}
