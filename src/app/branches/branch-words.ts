import type { Intent } from '#core/intents.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import type { SettingId } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { headingOf } from '#projections/wording/headings.ts';
import { settingWords } from '#projections/wording/setting-words.ts';
import { shortDuration } from '#projections/wording/durations.ts';
import { unoffered } from '#timeline/goal.ts';
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
export function changesIn(lesson: Lesson, branch: Branch): readonly string[] {
  const { spec, edits } = branch;
  const turned = turnedByHand(lesson, branch).map((id) => settingWords(id, spec.settings[id]));
  return [...turned, ...editsIn(lesson, edits)];
}

/** What of it the lesson's goal does not offer, thing by thing. */
export function unofferedIn(lesson: Lesson, branch: Branch): readonly string[] {
  const { settings, edits } = unoffered(lesson, branch);
  return [...settings.map((id) => settingWords(id, branch.spec.settings[id])), ...editsIn(lesson, edits)];
}

/** What leads from one run to another of its scheme: settings as they are now, what was added, or else what was taken out. */
export function stepWords(lesson: Lesson, from: Branch, to: Branch): string {
  const byHand = new Set([...turnedByHand(lesson, from), ...turnedByHand(lesson, to)]);
  const turned = [...byHand].filter((id) => from.spec.settings[id] !== to.spec.settings[id]);
  const [before, after] = [editsIn(lesson, from.edits), editsIn(lesson, to.edits)];
  const words = [
    ...turned.map((id) => settingWords(id, to.spec.settings[id])),
    ...after.filter((one) => !before.includes(one)),
    ...before.filter((one) => !after.includes(one)).map((one) => `without “${one}”`),
  ];
  return words.join(', ') || branchName(lesson, to);
}

/** The settings that neither the lesson nor its changes made what they are. */
function turnedByHand(lesson: Lesson, { column, spec, edits }: Branch): readonly SettingId[] {
  const base = editedSpec(lesson, column, spec.scheme, edits).settings;
  return Object.keys(settingsDiff(base, spec.settings)) as SettingId[];
}

function editsIn(lesson: Lesson, edits: readonly BranchEdit[]): readonly string[] {
  return edits.filter((edit) => !isMoved(edit, edits)).map((edit) => editWords(lesson, edit));
}

/** Taken out of its place only to happen at once with something else. */
function isMoved(edit: BranchEdit, edits: readonly BranchEdit[]): boolean {
  if (edit.kind !== 'remove') return false;
  return edits.some(
    (other) =>
      other.kind === 'insert' &&
      other.intent.kind === 'together' &&
      other.intent.intents.some(({ id }) => id === edit.intent),
  );
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

/** Longest piece of a statement inside a name. */
const STATEMENT_LIMIT = 40;

/** Time is told as the clock moves, a statement by its beginning; everything else as the diagram heads it. */
function intentWords(intent: Intent): string {
  switch (intent.kind) {
    case 'wait':
      return `+${shortDuration(intent.seconds)}`;
    case 'sql': {
      const line = intent.statement.replaceAll(/\s+/g, ' ').trim();
      return line.length > STATEMENT_LIMIT ? `${line.slice(0, STATEMENT_LIMIT - 1).trimEnd()}…` : line;
    }
    case 'together':
      return intent.intents.map(intentWords).join(' and ');
    default:
      return inside(headingOf(intent));
  }
}

/** A sentence's beginning inside another: `Log in` as `log in`, but `SQL` stays. */
function inside(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
