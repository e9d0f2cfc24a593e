import type { EventId } from '#core/events.ts';
import type { SqlOutcome, SqlStatement } from '#core/sql.ts';
import type { ChangeType } from '#core/state.ts';
import type { SchemaColumn } from './sql-schema.ts';

export interface SqlCell {
  /** As the engine holds it; a hash shortened to what tells it from others. */
  readonly text: string;
  readonly full: string;
  /** What a time says: `09:15:00`. */
  readonly reading: string | null;
  readonly isNull: boolean;
  /** This very value is another since this step. */
  readonly changed: boolean;
}

export interface SqlTableRow {
  readonly key: string;
  readonly cells: readonly SqlCell[];
  /** What this step did to the row; one that it deleted stays for this step. */
  readonly change: ChangeType | null;
  readonly event: EventId | null;
}

/** A table as the engine holds it at one step. */
export interface SqlTableView {
  readonly name: string;
  readonly columns: readonly SchemaColumn[];
  readonly rows: readonly SqlTableRow[];
}

/** A statement that a server ran in this step. */
export interface RanStatement {
  readonly event: EventId;
  readonly sql: SqlStatement;
  readonly rows: number;
}

/** A statement that somebody ran at the console, and what became of it. */
export interface ConsoleStatement {
  readonly event: EventId;
  readonly sql: SqlStatement;
  readonly outcome: SqlOutcome;
}
