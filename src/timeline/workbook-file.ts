import * as v from 'valibot';
import { SCHEMES } from '#core/schemes.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { checkedEdits, type EditsPart, omitsSecret } from './link-edits.ts';
import { readEdit, writeEdit } from './link-edit.ts';
import { readSettingList, writeSettingList } from './link-settings.ts';
import { cleanName } from './naming.ts';
import { isStepId } from './places.ts';
import { editedSpec, settingsDiff } from './specs.ts';
import type { BranchEdit } from './state.ts';
import type { Pair, PlannedRun, Workbook } from './workbook.ts';
import type { WorkbookProblem } from './workbook-problems.ts';

/** Raised when the shape changes: a file of another version says so instead of being guessed at. */
const FILE_VERSION = 1;
/** Largest file that is read, in characters. */
export const FILE_LIMIT = 2_000_000;
/** More than a lesson ever keeps. */
const RUNS_LIMIT = 500;
const EDITS_LIMIT = 1_000;
const PAST_LIMIT = 200;

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(RUNS_LIMIT - 1));
const pair = v.tuple([place, place]);
const way = v.pipe(v.array(pair), v.maxLength(PAST_LIMIT));

const run = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Whose settings of the lesson it starts from. */
  side: v.picklist(['left', 'right']),
  scheme: v.picklist(SCHEMES),
  /** As a link writes them: `denylist:on,leeway:60`. */
  settings: v.optional(v.pipe(v.string(), v.maxLength(5_000))),
  /** As a link writes them, one by one: `c.phone`, `i._.late.wait.60`. */
  edits: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(EDITS_LIMIT)), []),
  from: v.optional(place),
});

const fileSchema = v.object({
  format: v.literal('claimcheck'),
  version: v.literal(FILE_VERSION),
  lesson: v.pipe(v.string(), v.maxLength(100)),
  lessonVersion: v.pipe(v.number(), v.integer()),
  runs: v.pipe(v.array(run), v.minLength(1), v.maxLength(RUNS_LIMIT)),
  sides: pair,
  past: v.optional(way, []),
  future: v.optional(way, []),
  at: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});

/** A file whose members are what they should be; whether the lesson has what it names is seen with the lesson (`workbookIn`). */
export type WorkbookFile = v.InferOutput<typeof fileSchema>;

type Failed = { readonly ok: false; readonly problem: WorkbookProblem };

/** A workbook as the text of a file. What was typed as a secret stays out of it, as out of a link; `omits` says that there was some. */
export function writeWorkbook(book: Workbook, lesson: Lesson): { readonly text: string; readonly omits: boolean } {
  const { version: lessonVersion, runs, sides, past, future, at } = book;
  const file: v.InferInput<typeof fileSchema> = {
    format: 'claimcheck',
    version: FILE_VERSION,
    lesson: book.lesson,
    lessonVersion,
    runs: runs.map((planned) => writeRun(planned, lesson)),
    sides: [sides.left, sides.right],
    past: past.map(({ left, right }) => [left, right]),
    future: future.map(({ left, right }) => [left, right]),
    at,
  };
  const omits = omitsSecret(runs.flatMap(({ side }) => side.edits));
  return { text: `${JSON.stringify(file, null, 2)}\n`, omits };
}

function writeRun({ given, column, side, parent }: PlannedRun, lesson: Lesson): v.InferInput<typeof run> {
  const { scheme, edits } = side;
  const base = editedSpec(lesson, column, scheme, edits).settings;
  const settings = writeSettingList(settingsDiff(base, side.settings));
  return {
    ...(given !== null && { name: given }),
    side: column,
    scheme,
    ...(settings !== '' && { settings }),
    ...(edits.length > 0 && { edits: edits.map(writeEdit) }),
    ...(parent !== null && { from: parent }),
  };
}

/** The text of a file, read as far as that goes without its lesson. Never throws. */
export function readWorkbookFile(text: string): { readonly ok: true; readonly file: WorkbookFile } | Failed {
  if (text.length > FILE_LIMIT) return failed({ code: 'too-large', size: text.length, limit: FILE_LIMIT });
  const value = parsed(text);
  if (value === undefined) return failed({ code: 'not-json' });
  const head = v.safeParse(v.object({ format: v.literal('claimcheck'), version: v.number() }), value);
  if (!head.success) return failed({ code: 'other-format' });
  const { version: found } = head.output;
  if (found !== FILE_VERSION) return failed({ code: 'other-version', found, expected: FILE_VERSION });
  const reading = v.safeParse(fileSchema, value, { abortEarly: true });
  if (reading.success) return { ok: true, file: reading.output };
  const [issue] = reading.issues;
  return failed({ code: 'bad-shape', path: v.getDotPath(issue) ?? '', says: issue.message });
}

/** The workbook that a file holds, if this lesson has everything it names. `known` are the lessons there are. Never throws. */
export function workbookIn(
  file: WorkbookFile,
  lesson: Lesson | null,
  known: readonly string[],
): { readonly ok: true; readonly book: Workbook } | Failed {
  if (!lesson) return failed({ code: 'unknown-lesson', lesson: file.lesson, known });
  const { version: expected } = lesson;
  if (file.lessonVersion !== expected) {
    return failed({ code: 'other-lesson-version', found: file.lessonVersion, expected });
  }
  const runs: PlannedRun[] = [];
  for (const [index, one] of file.runs.entries()) {
    const reading = readRun(one, lesson);
    if (!reading.ok) return failed({ code: 'bad-run', place: index + 1, problem: reading.problem });
    runs.push(reading.planned);
  }
  const outside = [file.sides, ...file.past, ...file.future].flat().find((at) => at >= runs.length);
  if (outside !== undefined) return failed({ code: 'bad-shape', path: 'sides', says: `there is no run ${outside}` });
  const { at } = file;
  if (at !== null && at !== 'start' && !isStepId(at)) {
    return failed({ code: 'bad-shape', path: 'at', says: `${at} is not written as a step is` });
  }
  const book: Workbook = {
    lesson: lesson.id,
    version: lesson.version,
    runs,
    sides: pairOf(file.sides),
    past: file.past.map(pairOf),
    future: file.future.map(pairOf),
    at,
  };
  return { ok: true, book };
}

function readRun(
  { name, side: column, scheme, settings, edits: texts, from }: WorkbookFile['runs'][number],
  lesson: Lesson,
) {
  const part: EditsPart = column === 'left' ? 'le' : 're';
  const edits: BranchEdit[] = [];
  for (const text of texts) {
    const edit = readEdit(text);
    if (!edit) return { ok: false, problem: { code: 'bad-edit', part, value: text } } as const;
    edits.push(edit);
  }
  const checked = checkedEdits(lesson, column, scheme, edits, part);
  if (!checked.ok) return checked;
  const patch = readSettingList(settings, column === 'left' ? 'ls' : 'rs');
  if (!patch.ok) return patch;
  const side = { scheme, settings: { ...checked.spec.settings, ...patch.settings }, edits };
  const planned: PlannedRun = {
    given: name === undefined ? null : cleanName(name),
    column,
    side,
    parent: from ?? null,
  };
  return { ok: true, planned } as const;
}

function pairOf([left, right]: readonly [number, number]): Pair {
  return { left, right };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failed(problem: WorkbookProblem): Failed {
  return { ok: false, problem };
}
