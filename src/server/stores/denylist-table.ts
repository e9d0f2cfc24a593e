import type { Cutoffs, Denylist } from '#auth/stores.ts';
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

/** Cut-offs, one a user at most. */
export function cutoffsTable(context: AccessContext): Cutoffs {
  const { server, clock } = context;
  const query: Access = { ...QUERY, store: 'cutoffs' };
  return {
    read: (subject, code) =>
      access(context, query, 'read', subject, code, () => {
        const row = server.state.cutoffs.get(subject);
        return { rows: row ? 1 : 0, value: row?.before ?? null };
      }),

    cut: (subject, code) =>
      access(context, query, 'write', subject, code, () => {
        const earlier = server.state.cutoffs.get(subject)?.before ?? 0;
        const before = Math.max(clock.now(), earlier) + 1;
        const changes = replaceRow(server, 'cutoffs', subject, { before });
        return { rows: 1, changes, value: before };
      }),
  };
}

function keyOf(iss: string, jti: string): string {
  return `${iss} ${jti}`;
}
