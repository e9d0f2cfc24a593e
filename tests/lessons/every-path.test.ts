import { COLUMNS, type Comparison } from '#core/align.ts';
import { allIntents } from '#core/intents.ts';
import { find, holds } from '#core/query.ts';
import type { Bet, Lesson } from '#lessons/lesson.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { describe, expect, test } from 'vitest';
import {
  allPaths,
  basePath,
  changedPath,
  columnsOf,
  goalPaths,
  lessonPaths,
  PAIRS,
  pairOf,
  type Path,
  play,
  rowOf,
} from './paths.ts';
import { decisiveRow, lastRowAskedAbout, verdictRow } from './settled.ts';

/** What is wrong on any of these paths, in words; nothing when all is well. */
async function problems(
  paths: readonly Path[],
  check: (comparison: Comparison, path: Path) => readonly string[],
): Promise<readonly string[]> {
  expect(paths.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const path of paths) for (const problem of check(await play(path), path)) found.push(`${path.name}: ${problem}`);
  return found;
}

function askedBets(lesson: Lesson, { pair }: Path): readonly Bet[] {
  return lesson.bets.filter(({ only }) => COLUMNS.every((column) => (only?.[column] ?? pair[column]) === pair[column]));
}

function beatRows(lesson: Lesson, comparison: Comparison): readonly number[] {
  return lesson.beats.map(({ at }) => rowOf(comparison, at));
}

function isAscending(rows: readonly number[]): boolean {
  return rows.every((row, index) => index === 0 || row >= (rows[index - 1] ?? 0));
}

const trueOptions = (bet: Bet, comparison: Comparison): readonly string[] =>
  bet.options.filter((option) => holds(option.holds, comparison)).map(({ id }) => id);

/** Where the run’s own words stand alone at first: the beat would answer the bet, or is about what this pair does not do. */
const SPOKEN_OF_LATER: Readonly<Record<string, readonly string[]>> = {
  'where-state-lives': ['lost'],
  'token-expiry': ['ahead', 'on'],
  'the-hybrid': ['minutes', 'still'],
};

/** The first row of each intent, those that happen at once taken as one, from where the lesson opens. */
function firstRows({ intents, opensAt }: Lesson, comparison: Comparison): readonly number[] {
  const opens = opensAt ? rowOf(comparison, opensAt) : 0;
  const rows = intents.map((intent) => {
    const ids = new Set(allIntents([intent]).map(({ id }) => id));
    return comparison.steps.findIndex((step) => ids.has(step.intent));
  });
  return rows.filter((row) => row >= opens);
}

describe.for(LESSONS)('$id', (lesson) => {
  const walks = PAIRS.flatMap((pair) => lessonPaths(lesson, pair));
  const answers = goalPaths(lesson);

  test('opens and speaks at rows that exist, for every pair, every change and every answer to the goal', async () => {
    const missing = await problems([...walks, ...answers.right, ...answers.wrong], (comparison) =>
      lesson.beats
        .filter(({ at }) => rowOf(comparison, at) < 0)
        .map(({ id }) => `no row for the beat "${id}"`)
        .concat(lesson.opensAt && rowOf(comparison, lesson.opensAt) < 0 ? ['no row to open at'] : []),
    );
    expect(missing).toEqual([]);
  });

  test('asks its bets about rows that exist, for every pair and every change', async () => {
    const missing = await problems(walks, (comparison, path) =>
      askedBets(lesson, path)
        .filter(({ before }) => rowOf(comparison, before) < 0)
        .map(({ id }) => id),
    );
    expect(missing).toEqual([]);
  });

  test('has its beats one after the other, each on a row of its own', async () => {
    const rows = beatRows(lesson, await play(basePath(lesson)));
    expect(isAscending(rows)).toBe(true);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('keeps its beats in order for every pair and every change', async () => {
    const crossed = await problems(walks, (comparison) =>
      isAscending(beatRows(lesson, comparison)) ? [] : ['beats out of order'],
    );
    expect(crossed).toEqual([]);
  });

  test('speaks of an intent from its first row on, or from the wait before it', async () => {
    const silent = await problems(
      PAIRS.map((pair) => basePath(lesson, pair)),
      (comparison) => {
        const begins = new Set(
          lesson.beats.filter(({ when }) => !when || holds(when, comparison)).map(({ at }) => rowOf(comparison, at)),
        );
        return firstRows(lesson, comparison)
          .filter((row) => !begins.has(row) && !(comparison.steps[row - 1]?.phase === 'wait' && begins.has(row - 1)))
          .map((row) => comparison.steps[row]?.intent ?? '');
      },
    );
    const intents = new Set(silent.map((problem) => problem.replace(/^.*: /, '')));
    expect([...intents].toSorted()).toEqual(SPOKEN_OF_LATER[lesson.id] ?? []);
  });

  test('opens before its first beat and its first bet, and never asks two bets at once', async () => {
    const comparison = await play(basePath(lesson));
    const opens = lesson.opensAt ? rowOf(comparison, lesson.opensAt) : 0;
    const bets = lesson.bets.map(({ before }) => rowOf(comparison, before));
    expect(Math.min(...beatRows(lesson, comparison), ...bets)).toBeGreaterThanOrEqual(opens);
    expect(new Set(bets).size).toBe(bets.length);
  });

  test('has exactly one right answer to each bet, on every path', async () => {
    const wrong = await problems(allPaths(lesson), (comparison, path) =>
      askedBets(lesson, path)
        .filter(({ before }) => rowOf(comparison, before) >= 0)
        .map((bet) => ({ bet, right: trueOptions(bet, comparison) }))
        .filter(({ right }) => right.length !== 1)
        .map(({ bet, right }) => `${bet.id}: ${right.join(', ') || 'none'}`),
    );
    expect(wrong).toEqual([]);
  });

  test('says how a bet went when the run has decided it: no row before, and before anything else is asked about', async () => {
    const wrong = await problems(allPaths(lesson), (comparison, path) =>
      askedBets(lesson, path)
        .filter(({ before }) => rowOf(comparison, before) >= 0)
        .filter((bet) => {
          const row = verdictRow(comparison, bet);
          const last = Math.max(rowOf(comparison, bet.before), lastRowAskedAbout(comparison, bet));
          return row < decisiveRow(comparison, bet) || row > last || last >= comparison.steps.length;
        })
        .map(
          (bet) =>
            `${bet.id}: at ${comparison.steps[verdictRow(comparison, bet)]?.id}, decided at ${comparison.steps[decisiveRow(comparison, bet)]?.id}`,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('scores its bets by what really ran: another run, another answer', async () => {
    const seen = new Map<string, Set<string>>(lesson.bets.map(({ id }) => [id, new Set()]));
    for (const path of allPaths(lesson)) {
      const comparison = await play(path);
      for (const bet of askedBets(lesson, path))
        for (const option of trueOptions(bet, comparison)) seen.get(bet.id)?.add(option);
    }
    const constant = [...seen].filter(([, options]) => options.size < 2).map(([id]) => id);
    // Every system answers 401 to a request without a credential: that is the point of this one.
    expect(constant.filter((id) => id !== 'status')).toEqual([]);
  });

  test('changes what happens by each of its changes, wherever it is offered', async () => {
    const idle: string[] = [];
    for (const change of lesson.changes) {
      expect(columnsOf(change, pairOf(lesson))).not.toEqual([]);
      for (const pair of PAIRS) {
        const before = await play(basePath(lesson, pair));
        const after = await play(changedPath(lesson, change, pair));
        for (const column of columnsOf(change, pair))
          if (JSON.stringify(after[column].events) === JSON.stringify(before[column].events))
            idle.push(`${change.id} with ${pair.left} | ${pair.right}: ${column}`);
      }
    }
    expect(idle).toEqual([]);
  });

  test('has no two changes that name an intent alike', () => {
    const added = lesson.changes.flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.kind === 'insert' ? [edit.intent.id] : [])),
    );
    const ids = [...lesson.intents.map(({ id }) => id), ...added];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('reaches its goal by each solution, by no wrong answer, and not by itself', async () => {
    const reached = async (path: Path): Promise<boolean> => holds(lesson.goal.check, await play(path));
    expect(await reached(basePath(lesson))).toBe(false);
    expect(await Promise.all(answers.right.map(reached))).toEqual(answers.right.map(() => true));
    expect(await Promise.all(answers.wrong.map(reached))).toEqual(answers.wrong.map(() => false));
  });

  test('offers everything that the answers to its goal use', () => {
    const { goal, changes } = lesson;
    const edits = [...goal.solutions, ...goal.wrong.map((wrong) => wrong.edits)].flat();
    const turned = edits.flatMap((edit) => (edit.kind === 'set' ? Object.keys(edit.settings) : []));
    const made = edits.filter(({ kind }) => kind !== 'set');
    const offered = changes.filter(({ id }) => goal.changes.includes(id)).flatMap((change) => change.edits);
    expect(goal.settings).toEqual(expect.arrayContaining(turned));
    expect(offered).toEqual(expect.arrayContaining(made));
    expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining([...goal.changes]));
  });
});

test('where fewer counts as better, the solutions differ in it', async () => {
  const compared = LESSONS.filter(({ goal }) => goal.fewest);
  expect(compared.map(({ id }) => id)).toEqual([
    'logging-out',
    'logging-out-everywhere',
    'the-demoted-admin',
    'two-tabs',
  ]);
  for (const lesson of compared) {
    const { fewest, column } = lesson.goal;
    const counts = new Set<number>();
    for (const path of goalPaths(lesson).right)
      counts.add(find((await play(path))[column], fewest?.count ?? {}).length);
    expect(counts.size).toBe(lesson.goal.solutions.length);
  }
});
