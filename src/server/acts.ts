import type { Acts } from '#auth/acts.ts';
import type { Phase } from '#core/events.ts';
import type { AccessContext } from './access.ts';
import type { ServerCall } from './call.ts';
import { cryptoActs, type CryptoActs } from './crypto-acts.ts';
import { cutoffsTable, denylistTable } from './denylist-table.ts';
import { sessionFiles } from './session-files.ts';
import { throttleTable, type Throttle } from './throttle-table.ts';
import { sqlTables } from './query.ts';
import { denylistInSql } from './sql/denylist-in-sql.ts';
import { usersInSql } from './sql/users-in-sql.ts';
import { usersTable, type Users } from './users-table.ts';

/** What the server can do in one phase of a request: what a scheme needs, and its own business. */
export interface ServerActs extends Acts, CryptoActs {
  readonly users: Users;
  readonly throttle: Throttle;
}

const ACCEPTED = { reason: 'ok', cites: [], subject: null } as const;

/** Everything that can be done, and is recorded, in this phase of this request. */
export function during(phase: Phase, call: ServerCall): ServerActs {
  const { server, recorder, clock, random, settings } = call;
  const context: AccessContext = { server, recorder, clock, random, phase };
  const { database } = server;
  const sql = sqlTables(context, database);
  return {
    clock,
    settings,
    files: sessionFiles(context),
    denylist: database ? denylistInSql(sql, clock) : denylistTable(context),
    cutoffs: cutoffsTable(context),
    sql,
    users: database ? usersInSql(sql) : usersTable(context),
    throttle: throttleTable(context),
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
