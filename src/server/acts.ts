import type { Acts } from '#auth/acts.ts';
import type { SqlTables } from '#auth/stores.ts';
import type { Phase } from '#core/events.ts';
import type { AccessContext } from './stores/access.ts';
import type { ServerCall } from './call.ts';
import { cryptoActs, type CryptoActs } from './crypto-acts.ts';
import { cutoffsTable } from './stores/cutoffs-table.ts';
import { denylistTable } from './stores/denylist-table.ts';
import { sessionFiles } from './stores/session-files.ts';
import { throttleTable, type Throttle } from './stores/throttle-table.ts';
import { usersTable, type Users } from './stores/users-table.ts';

/** What the server can do in one phase of a request: what a scheme needs, and its own business. */
export interface ServerActs extends Acts, CryptoActs {
  readonly users: Users;
  readonly throttle: Throttle;
}

const NO_TABLES: SqlTables = {
  run: () => Promise.reject(new TypeError('this server has no SQL database')),
};

const ACCEPTED = { reason: 'ok', cites: [], subject: null } as const;

/** Everything that can be done, and is recorded, in this phase of this request. */
export function during(phase: Phase, call: ServerCall): ServerActs {
  const { server, recorder, clock, random, settings } = call;
  const context: AccessContext = { server, recorder, clock, random, phase };
  return {
    clock,
    settings,
    files: sessionFiles(context),
    denylist: denylistTable(context),
    cutoffs: cutoffsTable(context),
    sql: NO_TABLES,
    users: usersTable(context),
    throttle: throttleTable(context),
    ...server.inSql?.(context),
    ...cryptoActs(phase, call),
    step(name, detail, code) {
      recorder.note(phase, code, { kind: 'step', name, detail });
    },
    decide(about, verdict, code) {
      const why = verdict.ok ? ACCEPTED : verdict.refusal;
      recorder.note(phase, code, {
        kind: 'decision',
        about,
        accepted: verdict.ok,
        reason: why.reason,
        subject: why.subject,
        cites: why.cites,
      });
    },
  };
}
