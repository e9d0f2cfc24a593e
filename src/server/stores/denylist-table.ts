import type { Denylist } from '#auth/stores.ts';
import { COSTS } from '#core/costs.ts';
import {
  access,
  replaceRow,
  type Access,
  type AccessContext,
} from './access.ts';

const QUERY: Access = {
  store: 'denylist',
  purpose: 'authentication',
  cost: COSTS.query.micros,
};

/** Revoked tokens. A row is void once its time has come, and goes at the next insertion. */
export function denylistTable(context: AccessContext): Denylist {
  const { server, clock } = context;
  return {
    has: (iss, jti, code) =>
      access(context, QUERY, 'read', keyOf(iss, jti), code, () => {
        const row = server.state.denylist.get(keyOf(iss, jti));
        const revoked = row !== undefined && clock.now() < row.until;
        return { rows: revoked ? 1 : 0, value: revoked };
      }),

    add: (rows, code) =>
      access(
        context,
        QUERY,
        'write',
        rows.map(({ iss, jti }) => keyOf(iss, jti)).join(', '),
        code,
        () => {
          const over = [...server.state.denylist].filter(
            ([, { until }]) => until <= clock.now(),
          );
          const removed = over.flatMap(([key]) =>
            replaceRow(server, 'denylist', key, null),
          );
          const added = rows.flatMap((row) =>
            replaceRow(server, 'denylist', keyOf(row.iss, row.jti), row),
          );
          return {
            rows: rows.length,
            changes: [...removed, ...added],
            value: undefined,
          };
        },
      ),
  };
}

function keyOf(iss: string, jti: string): string {
  return `${iss} ${jti}`;
}
