import { COLUMNS } from '#core/align.ts';
import { jsonEqual } from '#core/json.ts';
import type { SettingId } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchedOff, currentBranch, wantingOthers, withBranch } from './branching.ts';
import { unoffered } from './goal.ts';
import { editedSpec, openingSide, settingsDiff } from './specs.ts';
import type { TimelineState } from './state.ts';

/**
 * Takes out what the goal does not offer and keeps the rest, as one step to undo. What was done to the other side as well goes there, too, so
 * that the two stay side by side. Null when there is nothing to take out.
 */
export function withoutUnoffered(state: TimelineState, lesson: Lesson): TimelineState | null {
  const { column } = lesson.goal;
  const judged = currentBranch(state, column);
  if (!judged) return null;
  const out = unoffered(lesson, judged);
  const made = branchedOff(state, lesson, COLUMNS, ({ spec: { scheme, settings }, edits }, side) => {
    const kept = edits.filter((edit) => !out.edits.some((other) => jsonEqual(other, edit)));
    const turned = Object.entries(settingsDiff(editedSpec(lesson, side, scheme, edits).settings, settings));
    const stay = turned.filter(([id]) => side !== column || !out.settings.includes(id as SettingId));
    const base = editedSpec(lesson, side, scheme, kept).settings;
    return { scheme, settings: { ...base, ...Object.fromEntries(stay) }, edits: kept };
  });
  return made && wantingOthers(made.state, made.sides);
}

/** Both sides as the lesson opens them, whatever was done to them, as one step to undo. Null when they stand there already. */
export function restored(state: TimelineState, lesson: Lesson): TimelineState | null {
  const left = withBranch(state, lesson, 'left', openingSide(lesson, 'left'), null);
  const right = withBranch(left.state, lesson, 'right', openingSide(lesson, 'right'), null);
  return wantingOthers(right.state, { left: left.id, right: right.id });
}
