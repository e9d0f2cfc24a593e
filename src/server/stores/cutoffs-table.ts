import type { Cutoffs } from '#auth/stores.ts';
import { COSTS } from '#core/costs.ts';
import {
  access,
  replaceRow,
  type Access,
  type AccessContext,
} from './access.ts';

const QUERY: Access = {
  store: 'cutoffs',
  purpose: 'authentication',
  cost: COSTS.query.micros,
};

/** Cut-offs, one a user at most. */
export function cutoffsTable(context: AccessContext): Cutoffs {
  const { server, clock } = context;
  return {
    read: (subject, code) =>
      access(context, QUERY, 'read', subject, code, () => {
        const row = server.state.cutoffs.get(subject);
        return { rows: row ? 1 : 0, value: row?.before ?? null };
      }),

    cut: (subject, code) =>
      access(context, QUERY, 'write', subject, code, () => {
        const earlier = server.state.cutoffs.get(subject)?.before ?? 0;
        const before = Math.max(clock.now(), earlier) + 1;
        const changes = replaceRow(server, 'cutoffs', subject, { before });
        return { rows: 1, changes, value: before };
      }),
  };
}
