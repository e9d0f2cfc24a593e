import type { PasswordRecord } from '#auth/password.ts';
import type { Role } from '#core/intents.ts';
import type { RegionName } from '#core/events.ts';
import { COSTS } from '#core/costs.ts';
import {
  access,
  replaceRow,
  type Access,
  type AccessContext,
} from './access.ts';
import type { UserRow } from './state.ts';

/** The table of users. Reading it is what a request asks for, not how its sender is recognised. */
export interface Users {
  /** @param email trimmed and in lower case. */
  byEmail(email: string, code: RegionName): Promise<UserRow | null>;
  byId(id: string, code: RegionName): Promise<UserRow | null>;
  all(code: RegionName): Promise<readonly UserRow[]>;
  /**
   * False where nobody has this id, or somebody else has the address.
   * @param email trimmed and in lower case.
   */
  setEmail(id: number, email: string, code: RegionName): Promise<boolean>;
  /** False where nobody has this id, as with the next two. */
  setPassword(
    id: number,
    record: PasswordRecord,
    code: RegionName,
  ): Promise<boolean>;
  setRole(id: number, role: Role, code: RegionName): Promise<boolean>;
  /** From now on; somebody who is disabled already stays so since then. */
  disable(id: number, code: RegionName): Promise<boolean>;
}

const QUERY: Access = {
  store: 'users',
  purpose: 'request',
  cost: COSTS.query.micros,
};

export function usersTable(context: AccessContext): Users {
  const { server, clock } = context;
  const change = (
    id: number,
    code: RegionName,
    next: (row: UserRow) => UserRow | null,
  ): Promise<boolean> =>
    access(context, QUERY, 'write', String(id), code, () => {
      const row = server.state.users.get(String(id));
      const changed = row ? next(row) : null;
      const changes = changed
        ? replaceRow(server, 'users', String(id), changed)
        : [];
      return { rows: changed ? 1 : 0, changes, value: changed !== null };
    });
  const one = (
    key: string,
    code: RegionName,
    find: () => UserRow | undefined,
  ): Promise<UserRow | null> =>
    access(context, QUERY, 'read', key, code, () => {
      const row = find() ?? null;
      return { rows: row ? 1 : 0, value: row };
    });
  return {
    byEmail: (email, code) =>
      one(email, code, () =>
        server.state.users.values().find((row) => row.email === email),
      ),
    byId: (id, code) => one(id, code, () => server.state.users.get(id)),
    all: (code) =>
      access(context, QUERY, 'read', '*', code, () => {
        const rows = [...server.state.users.values()];
        return { rows: rows.length, value: rows };
      }),
    setEmail: (id, email, code) =>
      change(id, code, (row) => {
        const others = server.state.users.values();
        const isTaken = others.some((other) => other.email === email);
        return isTaken && row.email !== email ? null : { ...row, email };
      }),
    setPassword: (id, { salt, hash }, code) =>
      change(id, code, (row) => ({ ...row, salt, hash })),
    setRole: (id, role, code) => change(id, code, (row) => ({ ...row, role })),
    disable: (id, code) =>
      change(id, code, (row) => ({
        ...row,
        disabled: row.disabled ?? clock.now(),
      })),
  };
}
