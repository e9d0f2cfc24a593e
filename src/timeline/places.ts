import type { Comparison, StepId } from '#core/align.ts';
import { EXCHANGES, PHASES } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { resolvePointer } from '#core/pointer.ts';
import type { Lesson, Place } from '#lessons/lesson.ts';

/** The index of the row a place means, -1 when this comparison has none of its pointers. */
export function resolvePlace(comparison: Comparison, place: Place): number {
  for (const pointer of place) {
    const index = resolvePointer(comparison, pointer);
    if (index >= 0) return index;
  }
  return -1;
}

/** The cursor at which a lesson opens: everything before its first place is done. */
export function openingCursor(comparison: Comparison, { opensAt }: Lesson): number {
  return opensAt ? Math.max(0, resolvePlace(comparison, opensAt)) : 0;
}

/** The index of a row, -1 when this comparison has none of that id. */
export function stepIndex(comparison: Comparison, id: string): number {
  return indexOf(comparison).get(id) ?? -1;
}

/** The cursor in another comparison at the same row, or at the nearest row before it that exists there. */
export function samePlace(from: Comparison | null, cursor: number, to: Comparison): number {
  const done = from?.steps.slice(0, cursor) ?? [];
  const nearest = done.findLast(({ id }) => stepIndex(to, id) >= 0);
  return nearest ? stepIndex(to, nearest.id) + 1 : 0;
}

/** True for what could be a row's id: `login/request/ask/0`. */
export function isStepId(text: string): text is StepId {
  const [intent = '', exchange = '', phase = '', ordinal = '', ...rest] = text.split('/');
  return (
    rest.length === 0 &&
    /^[A-Za-z0-9-]{1,64}$/.test(intent) &&
    (EXCHANGES as readonly string[]).includes(exchange) &&
    (PHASES as readonly string[]).includes(phase) &&
    /^(0|[1-9]\d{0,5})$/.test(ordinal)
  );
}

const indexOf = oncePer(
  ({ steps }: Comparison): ReadonlyMap<string, number> => new Map(steps.map(({ id }, index) => [id, index])),
);
