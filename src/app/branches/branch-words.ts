import type { Intent } from '#core/intents.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { headingOf } from '#projections/headings.ts';
import { settingWords } from '#projections/setting-words.ts';
import { shortDuration } from '#projections/short-durations.ts';
import { changeOf, editedSpec, settingsDiff } from '#timeline/specs.ts';
import type { Branch, BranchEdit } from '#timeline/state.ts';

/** What a run is called: as its reader wishes, else its scheme and what was changed: `JWT · denylist on · +1 h`. */
export function branchName(lesson: Lesson, branch: Branch): string {
  return branch.given ?? generatedName(lesson, branch);
}

/** The name that a run has of itself. */
export function generatedName(lesson: Lesson, branch: Branch): string {
  return [SCHEME_TEXTS[branch.spec.scheme].name, ...changesIn(lesson, branch)].join(' · ');
}

/** What is not as the lesson has it, thing by thing; nothing for the lesson's own run. */
export function changesIn(lesson: Lesson, { column, spec, edits }: Branch): readonly string[] {
  const base = editedSpec(lesson, column, spec.scheme, edits).settings;
  return [...turnedWords(base, spec.settings), ...edits.map((edit) => editWords(lesson, edit))];
}

/** What leads from one run to another: what the second has and the first has not, or else what was taken back. */
export function stepWords(lesson: Lesson, from: Branch, to: Branch): string {
  if (from.spec.scheme !== to.spec.scheme) return branchName(lesson, to);
  const [before, after] = [changesIn(lesson, from), changesIn(lesson, to)];
  const added = after.filter((words) => !before.includes(words));
  if (added.length > 0) return added.join(', ');
  const removed = before.filter((words) => !after.includes(words));
  return removed.length > 0 ? `no ${removed.join(', no ')}` : branchName(lesson, to);
}

function turnedWords(base: Settings, settings: Settings): readonly string[] {
  const turned = Object.entries(settingsDiff(base, settings)) as [SettingId, Settings[SettingId]][];
  return turned.map(([id, value]) => settingWords(id, value));
}

function editWords(lesson: Lesson, edit: BranchEdit): string {
  switch (edit.kind) {
    case 'change':
      return inside((changeOf(lesson, edit.change)?.label ?? edit.change).replaceAll('`', ''));
    case 'insert':
      return intentWords(edit.intent);
    case 'replace':
      return edit.intent.kind === 'wait' ? intentWords(edit.intent) : `instead: ${intentWords(edit.intent)}`;
    case 'remove': {
      const intent = lesson.intents.find(({ id }) => id === edit.intent);
      return `without “${intent ? intentWords(intent) : edit.intent}”`;
    }
  }
}

/** Time is told as the clock moves; everything else as the diagram heads it. */
function intentWords(intent: Intent): string {
  return intent.kind === 'wait' ? `+${shortDuration(intent.seconds)}` : inside(headingOf(intent));
}

/** A sentence's beginning inside another: `Log in` as `log in`, but `SQL` stays. */
function inside(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
