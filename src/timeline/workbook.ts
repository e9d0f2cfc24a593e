import { COLUMNS, type Column, type StepId } from '#core/align.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { patched, sideOf, withBranch } from './branching.ts';
import { linkState, type LinkState } from './links.ts';
import type { SideSpec } from './specs.ts';
import type { BranchId, Sides, TimelineState } from './state.ts';

/** A run as data: what to run, not what came of it. */
export interface PlannedRun {
  readonly given: string | null;
  readonly column: Column;
  readonly side: SideSpec;
  /** The run it was forked from, by its place in the list. */
  readonly parent: number | null;
}

/** Two runs side by side, by their places in the list. */
export type Pair = Readonly<Record<Column, number>>;

/** Everything that was done in one lesson: all its runs by name, which stand on screen, the way back and forward, and the row. */
export interface Workbook {
  readonly lesson: string;
  readonly version: number;
  readonly runs: readonly PlannedRun[];
  readonly sides: Pair;
  readonly past: readonly Pair[];
  readonly future: readonly Pair[];
  readonly at: StepId | 'start' | null;
}

/** What is on the table now; null while nothing is. */
export function workbookOf(state: TimelineState): Workbook | null {
  const link = linkState(state);
  const { sides, past, future } = state;
  if (!link || !sides) return null;
  const branches = Object.values(state.branches).filter(({ trace, kept }) => trace !== null || kept);
  const places = new Map(branches.map(({ id }, place) => [id, place]));
  const pairOf = ({ left, right }: Sides): readonly Pair[] => {
    const [l, r] = [places.get(left), places.get(right)];
    return l === undefined || r === undefined ? [] : [{ left: l, right: r }];
  };
  const [standing] = pairOf(sides);
  if (!standing) return null;
  return {
    lesson: link.lesson,
    version: link.version,
    runs: branches.map((branch) => ({
      given: branch.given,
      column: branch.column,
      side: sideOf(branch),
      parent: (branch.parent === null ? undefined : places.get(branch.parent)) ?? null,
    })),
    sides: standing,
    past: past.flatMap(pairOf),
    future: future.flatMap(pairOf),
    at: link.at,
  };
}

/** What stands on screen in a workbook, as a link would say it: with this the lesson is opened. Null where it names no run. */
export function openingOf({ lesson, version, runs, sides, at }: Workbook): LinkState | null {
  const [left, right] = [runs[sides.left], runs[sides.right]];
  if (!left || !right) return null;
  return { lesson, version, left: left.side, right: right.side, names: { left: left.given, right: right.given }, at };
}

/**
 * The lesson on screen with the runs of a workbook of it: none is run before it is asked for. The way back and forward is the workbook's where
 * nothing has been done yet; `isEarlier` says that what stood on screen then is one more step back.
 */
export function adopted(state: TimelineState, lesson: Lesson, book: Workbook, isEarlier = false): TimelineState {
  let next = state;
  const ids = book.runs.map(({ side, column }) => {
    const made = withBranch(next, lesson, column, side, null);
    next = made.state;
    return made.id;
  });
  const idAt = (place: number | null): BranchId | null => (place === null ? null : (ids[place] ?? null));
  book.runs.forEach(({ given, parent }, place) => {
    const id = ids[place];
    const branch = id && next.branches[id];
    if (!branch) return;
    const from = idAt(parent);
    next = patched(next, id, {
      kept: true,
      status: branch.trace || stands(next, id) ? branch.status : 'waiting',
      given: branch.given ?? given,
      parent: branch.parent ?? (from === id ? null : from),
    });
  });
  const sidesOf = ({ left, right }: Pair): readonly Sides[] => {
    const [l, r] = [idAt(left), idAt(right)];
    return l && r ? [{ left: l, right: r }] : [];
  };
  const before = isEarlier ? [...book.past, book.sides] : book.past;
  if (next.past.length > 0 || next.future.length > 0) return next;
  const past = before
    .flatMap(sidesOf)
    .filter((pair, place, all) => !isEarlier || place < all.length - 1 || !isHere(next, pair));
  return { ...next, past, future: isEarlier ? [] : book.future.flatMap(sidesOf) };
}

/** On screen, or asked for: a world is at it. */
function stands({ sides, wanted }: TimelineState, id: BranchId): boolean {
  return [sides, wanted].some((pair) => pair?.left === id || pair?.right === id);
}

/** Going back to what stands there already would be no step. */
function isHere({ sides }: TimelineState, pair: Sides): boolean {
  return sides !== null && COLUMNS.every((column) => sides[column] === pair[column]);
}
