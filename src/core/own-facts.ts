import type { Micros } from './costs.ts';
import type { EventId } from './events.ts';
import type { Settings } from './settings.ts';
import type { SqlOutcome, SqlStatement } from './sql.ts';

/*
 * Facts of what happens without any request, or to one: the rest of the union in `events.ts`.
 */

/** Time passes by itself: nobody acts. Microseconds since the world began. */
export interface ClockFact {
  readonly kind: 'clock';
  readonly from: Micros;
  readonly to: Micros;
}

export interface SettingFact {
  readonly kind: 'setting';
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
}

/** A statement that somebody ran at the database's console: no browser, no request and no server's code has a part in it. */
export interface StatementFact {
  readonly kind: 'statement';
  readonly sql: SqlStatement;
  readonly outcome: SqlOutcome;
}

/** What somebody does to a server itself. */
export const OPERATIONS = ['delete-files', 'stop-server', 'start-server'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface OperationFact {
  readonly kind: 'operation';
  readonly name: Operation;
  /** What it was done to: a file's name, a server's. */
  readonly subject: string;
}

/** Why a browser tells its page of a network error instead of an answer. */
export const NETWORK_PROBLEMS = ['server-stopped', 'server-down', 'page-gone', 'not-sendable'] as const;
export type NetworkProblem = (typeof NETWORK_PROBLEMS)[number];

/** A request that no answer comes of. */
export interface FailureFact {
  readonly kind: 'failure';
  /** The request, null where it did not even leave. */
  readonly answers: EventId | null;
  readonly problem: NetworkProblem;
}
