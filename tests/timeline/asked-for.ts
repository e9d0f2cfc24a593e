import type { Branch } from '#timeline/state.ts';
import { editedSpec, settingsDiff } from '#timeline/specs.ts';
import { LESSON } from './lessons.ts';

/** What a run of the small lesson is, beside the lesson's own: its scheme, the settings that were turned, and what was done to it. */
export function askedFor({ column, spec, edits }: Branch): string {
  const base = editedSpec(LESSON, column, spec.scheme, edits).settings;
  const turned = Object.entries(settingsDiff(base, spec.settings)).map(([id, value]) => `${id}: ${value}`);
  const done = edits.map((edit) => {
    if (edit.kind === 'change') return edit.change;
    return edit.kind === 'remove' ? `without ${edit.intent}` : `with ${edit.intent.id}`;
  });
  return [spec.scheme, ...turned, ...done].join(', ');
}
