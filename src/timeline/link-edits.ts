import type { Column } from '#core/align.ts';
import { allIntents, applyEdit, type RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { readEdit, writeEdit } from './link-edit.ts';
import type { LinkProblem } from './link-problems.ts';
import { changeOf, editsOf } from './specs.ts';
import type { BranchEdit } from './state.ts';

/** Most edits that a link may hold for one side. */
const EDITS_LIMIT = 24;

export type EditsPart = 'le' | 're';
type Failed = { readonly ok: false; readonly problem: LinkProblem };

export function writeEdits(edits: readonly BranchEdit[]): string {
  return edits.map(writeEdit).join(',');
}

/** What keeps the edits of a side out of a link: it would not be read again. Null where nothing does. */
export function unwritable(edits: readonly BranchEdit[], part: EditsPart): LinkProblem | null {
  const { length } = edits;
  return length > EDITS_LIMIT ? { code: 'too-many-edits', part, value: String(length), limit: EDITS_LIMIT } : null;
}

/** Whether something typed as a secret stays out of what is written: another stands in for it there. */
export function omitsSecret(edits: readonly BranchEdit[]): boolean {
  return edits.some((edit) => !jsonEqual(readEdit(writeEdit(edit)), edit));
}

/** The edits of one side, in their order; nothing at all is an empty list. */
export function readEdits(
  text: string | undefined,
  part: EditsPart,
): { readonly ok: true; readonly edits: readonly BranchEdit[] } | Failed {
  const pieces = text === undefined ? [] : text.split(',');
  if (pieces.length > EDITS_LIMIT) {
    return { ok: false, problem: { code: 'too-many-edits', part, value: String(pieces.length), limit: EDITS_LIMIT } };
  }
  const edits: BranchEdit[] = [];
  for (const piece of pieces) {
    const edit = readEdit(piece);
    if (!edit) return { ok: false, problem: { code: 'bad-edit', part, value: piece } };
    edits.push(edit);
  }
  return { ok: true, edits };
}

/** The lesson's run with these edits, if each finds what it names and leaves every intent a name of its own. */
export function checkedEdits(
  lesson: Lesson,
  column: Column,
  scheme: SchemeId,
  edits: readonly BranchEdit[],
  part: EditsPart,
): { readonly ok: true; readonly spec: RunSpec } | Failed {
  let spec = lessonSpec(lesson, column, scheme);
  for (const edit of edits) {
    const code = editProblem(lesson, spec, edit);
    if (code) return { ok: false, problem: { code, part, value: writeEdit(edit) } };
    spec = editsOf(lesson, edit).reduce(applyEdit, spec);
    const ids = allIntents(spec.intents).map(({ id }) => id);
    if (new Set(ids).size < ids.length) {
      return { ok: false, problem: { code: 'bad-edit', part, value: writeEdit(edit) } };
    }
  }
  return { ok: true, spec };
}

function editProblem(
  lesson: Lesson,
  { intents }: RunSpec,
  edit: BranchEdit,
): 'unknown-change' | 'unknown-intent' | null {
  const exists = (id: string): boolean => intents.some((intent) => intent.id === id);
  switch (edit.kind) {
    case 'change':
      return changeOf(lesson, edit.change) ? null : 'unknown-change';
    case 'insert':
      return edit.before === null || exists(edit.before) ? null : 'unknown-intent';
    case 'replace':
      return exists(edit.intent.id) ? null : 'unknown-intent';
    case 'remove':
      return exists(edit.intent) ? null : 'unknown-intent';
  }
}
