import type { Column } from '#core/align.ts';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import type { SchemeId } from '#core/schemes.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import type { Settings } from '#core/settings.ts';
import type { Change, Lesson } from '#lessons/lesson.ts';
import { lessonSpec } from '#lessons/spec.ts';
import type { BranchEdit } from './state.ts';

/** A side of a comparison as it is asked for: all its settings, final, and what was done to the lesson's intents. */
export interface SideSpec {
  readonly scheme: SchemeId;
  readonly settings: Settings;
  readonly edits: readonly BranchEdit[];
}

export function changeOf(lesson: Lesson, id: string): Change | null {
  return lesson.changes.find((change) => change.id === id) ?? null;
}

/** The core edits that a branch's edit stands for; none when the lesson has no such change. */
export function editsOf(lesson: Lesson, edit: BranchEdit): readonly Edit[] {
  return edit.kind === 'change' ? (changeOf(lesson, edit.change)?.edits ?? []) : [edit];
}

/** The lesson's run under that scheme with these edits, before any setting is turned by hand. */
export function editedSpec(lesson: Lesson, column: Column, scheme: SchemeId, edits: readonly BranchEdit[]): RunSpec {
  const start = lessonSpec(lesson, column, scheme);
  return edits.flatMap((edit) => editsOf(lesson, edit)).reduce(applyEdit, start);
}

/** The run that a side asks for. */
export function specOf(lesson: Lesson, column: Column, { scheme, settings, edits }: SideSpec): RunSpec {
  return { ...editedSpec(lesson, column, scheme, edits), settings };
}

/** The side as the lesson opens it. */
export function openingSide(lesson: Lesson, column: Column): SideSpec {
  const { scheme, settings } = lessonSpec(lesson, column);
  return { scheme, settings, edits: [] };
}

/** The settings in `settings` that are not as in `base`. */
export function settingsDiff(base: Settings, settings: Settings): Partial<Settings> {
  const names = SETTING_SPECS.map(({ id }) => id).filter((id) => settings[id] !== base[id]);
  return Object.fromEntries(names.map((id) => [id, settings[id]]));
}

/** Two specs that give byte-identical runs. */
export function sameSpec(a: RunSpec, b: RunSpec): boolean {
  return jsonEqual(a, b);
}
