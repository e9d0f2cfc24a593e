import { align, COLUMNS, type Column, type Comparison } from '#core/align.ts';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import { resolvePointer } from '#core/pointer.ts';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Change, Lesson, Place } from '#lessons/lesson.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';

export type Pair = Readonly<Record<Column, SchemeId>>;

/** Every pair of schemes that can stand side by side. */
export const PAIRS: readonly Pair[] = SCHEMES.flatMap((left) => SCHEMES.map((right) => ({ left, right })));

export function pairOf(lesson: Lesson): Pair {
  return { left: lesson.left.scheme, right: lesson.right.scheme };
}

/** One way through a lesson: what stands on either side, and what was done to it. */
export interface Path {
  readonly name: string;
  readonly pair: Pair;
  readonly specs: Readonly<Record<Column, RunSpec>>;
}

const runner = createDirectRunner();

/** Both runs of a path, made by the real world. Equal specs are run once. */
export async function play({ specs }: Path): Promise<Comparison> {
  return align(await runner.run(specs.left), await runner.run(specs.right));
}

export function basePath(lesson: Lesson, pair: Pair = pairOf(lesson)): Path {
  const specs = { left: lessonSpec(lesson, 'left', pair.left), right: lessonSpec(lesson, 'right', pair.right) };
  return { name: `${lesson.id}: ${pair.left} | ${pair.right}`, pair, specs };
}

export function edited(path: Path, name: string, columns: readonly Column[], edits: readonly Edit[]): Path {
  const specs = { ...path.specs };
  for (const column of columns) specs[column] = edits.reduce(applyEdit, specs[column]);
  return { ...path, name: `${path.name} + ${name}`, specs };
}

/** The sides on which a change can be made to this pair. */
export function columnsOf({ column: where, only }: Change, pair: Pair): readonly Column[] {
  return COLUMNS.filter((column) => (where === 'both' || where === column) && (only ?? pair[column]) === pair[column]);
}

export function changedPath(lesson: Lesson, change: Change, pair: Pair = pairOf(lesson)): Path {
  return edited(basePath(lesson, pair), change.id, columnsOf(change, pair), change.edits);
}

/** The lesson as it is, and with each of its changes, for one pair. */
export function lessonPaths(lesson: Lesson, pair: Pair): readonly Path[] {
  const offered = lesson.changes.filter((change) => columnsOf(change, pair).length > 0);
  return [basePath(lesson, pair), ...offered.map((change) => changedPath(lesson, change, pair))];
}

/** Every answer to the goal that the lesson knows of, right and wrong. */
export function goalPaths(lesson: Lesson): { readonly right: readonly Path[]; readonly wrong: readonly Path[] } {
  const { column, solutions, wrong } = lesson.goal;
  const base = basePath(lesson);
  return {
    right: solutions.map((edits, index) => edited(base, `solution ${index + 1}`, [column], edits)),
    wrong: wrong.map(({ edits }, index) => edited(base, `wrong answer ${index + 1}`, [column], edits)),
  };
}

/** Every path of a lesson that anybody can walk with one change or one answer to the goal. */
export function allPaths(lesson: Lesson): readonly Path[] {
  const { right, wrong } = goalPaths(lesson);
  return [...PAIRS.flatMap((pair) => lessonPaths(lesson, pair)), ...right, ...wrong];
}

/** The row a place means: the first pointer that resolves counts; -1 when none does. */
export function rowOf(comparison: Comparison, place: Place): number {
  return place.map((pointer) => resolvePointer(comparison, pointer)).find((row) => row >= 0) ?? -1;
}
