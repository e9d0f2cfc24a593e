import type { Acts } from './acts.ts';
import type { SqlLogin } from './sql-session.ts';
import type { User } from './user.ts';

/** One session of a user's, as the user gets to see it: never its id. */
export type DeviceRow = {
  readonly device: string;
  /** Unix seconds, like the next. */
  readonly created: number;
  readonly lastSeen: number;
  /** Whether it is the one that asks. */
  readonly current: boolean;
};

const SESSIONS = { store: 'sessions', purpose: 'request' } as const;

// region: sql-session.devices
/** Where the user is logged in now, the first login first. */
export async function listDevices(
  acts: Acts,
  { row, user }: SqlLogin,
): Promise<readonly DeviceRow[]> {
  const statement = `SELECT id, device, created, last_seen FROM sessions
  WHERE user_id = ? AND expires > ? ORDER BY id`;
  const params = [user.id, acts.clock.now()];
  const { rows } = await acts.sql.run(
    { ...SESSIONS, op: 'read', key: `user ${user.id}`, statement, params },
    'sql-session.devices',
  );
  return rows.map(({ id, device, created, last_seen }) => ({
    device: String(device),
    created: Number(created),
    lastSeen: Number(last_seen),
    current: id === row,
  }));
}
// endregion

// region: sql-session.forget-all
/** Ends every session of the user. @returns how many there were. */
export async function endAllSessions(
  acts: Acts,
  { id }: Pick<User, 'id'>,
): Promise<number> {
  const statement = 'DELETE FROM sessions WHERE user_id = ?';
  const { count } = await acts.sql.run(
    {
      ...SESSIONS,
      purpose: 'authentication',
      op: 'delete',
      key: `user ${id}`,
      statement,
      params: [id],
    },
    'sql-session.forget-all',
  );
  return count;
}
// endregion
