import type { Column } from '#core/align.ts';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import { SCHEME_TEXTS, type SchemeId } from '#core/schemes.ts';
import { SETTING_SPECS, writeSetting } from '#core/setting-specs.ts';
import type { SettingId, Settings } from '#core/settings.ts';
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

/** `JWT · denylist on · the phone joins`: what tells a branch from the lesson's own. */
export function branchName(lesson: Lesson, column: Column, side: SideSpec): string {
  const base = editedSpec(lesson, column, side.scheme, side.edits).settings;
  const turned = Object.entries(settingsDiff(base, side.settings)) as [SettingId, Settings[SettingId]][];
  const settings = turned.map(([id, value]) => {
    const label = SETTING_SPECS.find((spec) => spec.id === id)?.label ?? id;
    return `${label.charAt(0).toLowerCase()}${label.slice(1)} ${writeSetting(value)}`;
  });
  return [SCHEME_TEXTS[side.scheme].name, ...settings, ...side.edits.map((edit) => editName(lesson, edit))].join(' · ');
}

function editName(lesson: Lesson, edit: BranchEdit): string {
  switch (edit.kind) {
    case 'change':
      return changeOf(lesson, edit.change)?.label ?? edit.change;
    case 'insert':
      return `with ${edit.intent.id}`;
    case 'replace':
      return `other ${edit.intent.id}`;
    case 'remove':
      return `without ${edit.intent}`;
  }
}

/** Two specs that give byte-identical runs. */
export function sameSpec(a: RunSpec, b: RunSpec): boolean {
  return jsonEqual(a, b);
}
