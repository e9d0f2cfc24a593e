import type { Micros } from '#core/costs.ts';
import type {
  ChangeFact,
  Phase,
  Purpose,
  RegionName,
  StoreFact,
} from '#core/events.ts';
import type { JsonObject } from '#core/json.ts';
import { jsonEqual } from '#core/json.ts';
import type { Clock, Random, Recorder } from '#core/ports.ts';
import type { Area } from '#core/state.ts';
import type { ServerCell, ServerState } from './state.ts';

/** What every store of one request in one phase stands on. */
export interface AccessContext {
  readonly server: ServerCell;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly random: Random;
  readonly phase: Phase;
}

/** One store of one phase: every access to it goes through `access`, so that nothing is counted that was not done. */
export interface Access {
  readonly store: StoreFact['store'];
  readonly purpose: Purpose;
  readonly cost: Micros;
}

/** What one access did. */
export interface Done<T> {
  /** Rows or files that answered or were touched. */
  readonly rows: number;
  readonly changes?: readonly ChangeFact[];
  readonly value: T;
}

/** Lets the store's time pass, does the work with nobody in between, and records it. */
export function access<T>(
  { recorder, phase }: AccessContext,
  { store, purpose, cost }: Access,
  op: StoreFact['op'],
  key: string,
  code: RegionName,
  work: () => Done<T>,
): Promise<T> {
  return recorder.perform(phase, code, cost, () => {
    const { rows, changes = [], value } = work();
    return {
      fact: { kind: 'store', store, op, purpose, key, rows },
      changes,
      value,
    };
  });
}

type TableName = Exclude<keyof ServerState, 'secrets' | 'sql'>;
type RowOf<Name extends TableName> =
  ServerState[Name] extends ReadonlyMap<string, infer Row> ? Row : never;

/**
 * Puts a row in its place, or takes it away (null). The state before stays as it is for whoever holds it.
 * @returns the change, or none where the row was the same already.
 */
export function replaceRow<Name extends TableName>(
  server: ServerCell,
  name: Name,
  key: string,
  row: (RowOf<Name> & JsonObject) | null,
): readonly ChangeFact[] {
  const table: ReadonlyMap<string, JsonObject> = server.state[name];
  const before = table.get(key) ?? null;
  if (before === row || (before && row && jsonEqual(before, row))) return [];
  const changed = new Map(table);
  if (row === null) changed.delete(key);
  else changed.set(key, row);
  server.state = { ...server.state, [name]: changed };
  return [{ kind: 'change', area: areaOfTable(name), key, before, after: row }];
}

function areaOfTable(name: TableName): Area {
  return { owner: name === 'files' ? 'app-1' : 'database', name };
}
