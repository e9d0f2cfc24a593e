import type { Column, Comparison } from '#core/align.ts';
import type { EventId, EventOf } from '#core/events.ts';
import type { JsonValue } from '#core/json.ts';
import { oncePer } from '#core/once.ts';
import { type AreaId, areaId } from '#core/state.ts';
import { endsOf } from './cursor.ts';

/** One remembered thing and the event that last touched it; null when it was there from the start. */
export interface Entry {
  readonly value: JsonValue;
  readonly event: EventId | null;
}

export type Entries = ReadonlyMap<string, Entry>;
/** What is remembered everywhere. An area that is absent is empty; one that no event touched is the same object as before. */
export type Areas = ReadonlyMap<AreaId, Entries>;

/** The same entry every time a fold passes its event, so that what is made of it can be kept. */
const entryOf = oncePer(({ after, id }: EventOf<'change'>): Entry => {
  return { value: after, event: id };
});

/** Steps between two kept states: a jump folds at most this many. */
export const CHECKPOINT_STEPS = 64;

/** One side's state after any number of steps. */
export interface Fold {
  at(k: number): Areas;
}

/**
 * Folds the changes of one side, forwards only. Every 64th state is kept as it is reached, so that a jump costs at most 64 steps, and a
 * step on from the last state asked for costs that one step.
 */
export function createFold(comparison: Comparison, column: Column): Fold {
  const { initial, events } = comparison[column];
  const ends = endsOf(comparison, column);
  const start = new Map(
    Object.entries(initial).map(([id, content]): [AreaId, Entries] => [
      id as AreaId,
      new Map(Object.entries(content ?? {}).map(([key, value]) => [key, { value, event: null }])),
    ]),
  );
  const checkpoints: Areas[] = [start];
  let last = { k: 0, areas: start as Areas };

  const advance = (areas: Areas, from: number, to: number): Areas => {
    let next: Map<AreaId, Entries> | null = null;
    const copied = new Map<AreaId, Map<string, Entry>>();
    for (let index = ends[from] ?? 0; index < (ends[to] ?? 0); index += 1) {
      const event = events[index];
      if (event?.kind !== 'change') continue;
      const id = areaId(event.area);
      next ??= new Map(areas);
      let entries = copied.get(id);
      if (!entries) {
        entries = new Map(next.get(id));
        copied.set(id, entries);
        next.set(id, entries);
      }
      if (event.after === null) entries.delete(event.key);
      else entries.set(event.key, entryOf(event));
    }
    return next ?? areas;
  };

  const checkpoint = (index: number): Areas => {
    for (let made = checkpoints.length; made <= index; made += 1) {
      const before = checkpoints[made - 1] ?? start;
      checkpoints.push(advance(before, (made - 1) * CHECKPOINT_STEPS, made * CHECKPOINT_STEPS));
    }
    return checkpoints[index] ?? start;
  };

  return {
    at(k) {
      const nearest = Math.floor(k / CHECKPOINT_STEPS);
      const kept = checkpoint(nearest);
      const isAhead = last.k <= k && last.k >= nearest * CHECKPOINT_STEPS;
      const from = isAhead ? last : { k: nearest * CHECKPOINT_STEPS, areas: kept };
      last = { k, areas: advance(from.areas, from.k, k) };
      return last.areas;
    },
  };
}
