import type { Comparison } from '#core/align.ts';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import { oncePerPair } from '#core/once.ts';
import { find, holds } from '#core/query.ts';
import type { SettingId } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { branchOf, comparisonOf } from './shown.ts';
import { changeOf, editedSpec, editsOf, settingsDiff } from './specs.ts';
import type { Branch, BranchEdit, TimelineState } from './state.ts';

export interface GoalStatus {
  /**
   * - `open`: not reached by the run on screen;
   * - `reached`: the check holds of it;
   * - `other-scheme`: another scheme stands on the goal's side;
   * - `off-limits`: something was turned that the goal does not offer.
   */
  readonly state: 'open' | 'reached' | 'other-scheme' | 'off-limits';
  /** What the settings and changes on screen miss, where they are an answer the lesson expected to be given. */
  readonly because: string | null;
  /** What counts as better among right answers, counted in the run on screen. */
  readonly fewest: { readonly label: string; readonly count: number } | null;
}

/** Null while there is no comparison. The same object for the same two runs. */
export function goalStatus(state: TimelineState): GoalStatus | null {
  const { lesson } = state;
  const comparison = comparisonOf(state);
  const branch = lesson && branchOf(state, lesson.goal.column);
  if (!comparison || !branch) return null;
  if (branch.spec.scheme !== lesson[lesson.goal.column].scheme) return statusOf.otherScheme(lesson, comparison);
  return staysWithin(lesson, branch) ? statusOf.checked(lesson, comparison) : statusOf.offLimits(lesson, comparison);
}

const statusOf = {
  otherScheme: oncePerPair((lesson: Lesson, comparison: Comparison) => status(lesson, comparison, 'other-scheme')),
  offLimits: oncePerPair((lesson: Lesson, comparison: Comparison) => status(lesson, comparison, 'off-limits')),
  checked: oncePerPair((lesson: Lesson, comparison: Comparison) =>
    status(lesson, comparison, holds(lesson.goal.check, comparison) ? 'reached' : 'open'),
  ),
};

function status(lesson: Lesson, comparison: Comparison, state: GoalStatus['state']): GoalStatus {
  const { fewest, column } = lesson.goal;
  const count = fewest && { label: fewest.label, count: find(comparison[column], fewest.count).length };
  const because = state === 'open' ? whatItMisses(lesson, comparison[column].spec) : null;
  return { state, because, fewest: count ?? null };
}

/** The lesson's own word on this answer, where it expected it to be given. */
function whatItMisses(lesson: Lesson, spec: RunSpec): string | null {
  const { wrong, column } = lesson.goal;
  const expected = wrong.find(({ edits }) =>
    jsonEqual(edits.reduce(applyEdit, lessonSpec(lesson, column, spec.scheme)), spec),
  );
  return expected?.because ?? null;
}

/** What of a branch the goal does not offer: settings that were turned, and edits that are no part of its changes. */
export function unoffered(
  lesson: Lesson,
  { spec, edits }: Branch,
): { readonly settings: readonly SettingId[]; readonly edits: readonly BranchEdit[] } {
  const { goal } = lesson;
  const base = editedSpec(lesson, goal.column, spec.scheme, edits).settings;
  const turned = Object.keys(settingsDiff(base, spec.settings)) as SettingId[];
  const offered = goal.changes.flatMap((id) => changeOf(lesson, id)?.edits ?? []);
  const isOffered = (edit: Edit): boolean => offered.some((other) => jsonEqual(edit, other));
  return {
    settings: turned.filter((id) => !goal.settings.includes(id)),
    edits: edits.filter((edit) => !editsOf(lesson, edit).every(isOffered)),
  };
}

function staysWithin(lesson: Lesson, branch: Branch): boolean {
  const { settings, edits } = unoffered(lesson, branch);
  return settings.length === 0 && edits.length === 0;
}
