import type { SqlValue } from '#core/sql.ts';
import type { DatabaseSnapshot, Moment, SqlProblem } from './database.ts';

/** What is asked of an engine on another thread. `database` is the number that `open` answered with. */
export type EngineRequest =
  | { readonly kind: 'load' }
  | { readonly kind: 'open'; readonly from: DatabaseSnapshot | null }
  | {
      readonly kind: 'run';
      readonly database: number;
      readonly statement: string;
      readonly params: readonly SqlValue[];
      readonly moment: Moment;
    }
  | {
      readonly kind: 'script';
      readonly database: number;
      readonly text: string;
      readonly moment: Moment;
    }
  | {
      readonly kind: 'plan';
      readonly database: number;
      readonly statement: string;
    }
  | {
      readonly kind: 'log' | 'snapshot' | 'close';
      readonly database: number;
    };

export interface EngineOrder {
  readonly id: number;
  readonly request: EngineRequest;
}

/** `problem` null: the engine itself failed, and `message` says how. */
export type EngineReport =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly problem: SqlProblem | null;
      readonly message: string;
    };

/** The near end of a way to another thread: a worker, a port, or the inside of a worker. */
export interface ThreadEnd {
  postMessage(message: EngineOrder | EngineReport, options: object): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent) => void,
  ): void;
}
