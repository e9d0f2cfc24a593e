import type { Column, Comparison } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { JsonValue } from '#core/json.ts';
import { type AreaId, areaId, type ChangeType, changeType } from '#core/state.ts';
import { currentEvents } from './cursor.ts';

/** What one step did to one entry, first to last. */
export interface Mark {
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
  readonly event: EventId;
}

export type Marks = ReadonlyMap<AreaId, ReadonlyMap<string, Mark>>;

/** The net changes of the step that led to `k`. */
export function marksOf(comparison: Comparison, column: Column, k: number): Marks {
  const marks = new Map<AreaId, Map<string, Mark>>();
  for (const event of currentEvents(comparison, column, k)) {
    if (event.kind !== 'change') continue;
    const id = areaId(event.area);
    const area = marks.get(id) ?? new Map<string, Mark>();
    marks.set(id, area);
    const { before } = area.get(event.key) ?? event;
    area.set(event.key, { before, after: event.after, event: event.id });
  }
  return marks;
}

/** What a step made of an entry. Null where it left it alone, and for what it put there and took away again. */
export function changeIn(mark: Mark | undefined): ChangeType | null {
  return mark && (mark.before !== null || mark.after !== null) ? changeType(mark) : null;
}
