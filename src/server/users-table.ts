import type { RegionName } from '#core/events.ts';
import { COSTS } from '#core/costs.ts';
import { access, type Access, type AccessContext } from './access.ts';
import type { UserRow } from './state.ts';

/** The table of users. Reading it is what a request asks for, not how its sender is recognised. */
export interface Users {
  /** @param email trimmed and in lower case. */
  byEmail(email: string, code: RegionName): Promise<UserRow | null>;
  byId(id: string, code: RegionName): Promise<UserRow | null>;
  all(code: RegionName): Promise<readonly UserRow[]>;
}

const QUERY: Access = {
  store: 'users',
  purpose: 'request',
  cost: COSTS.query.micros,
};

export function usersTable(context: AccessContext): Users {
  const { server } = context;
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
  };
}
