import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { lessonById } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';
import { ROOT } from './built-app.ts';
import { measured, type Figure, type Findings } from './figure.ts';
import { median } from './statistics.ts';
import type { Workplace } from './workplace.ts';
import { withWorldPage, type WorldPage } from './world-page.ts';

const COLD_MS = 400;
const RUN_MS = 250;
const FORK_MS = 100;

/** How soon the SQL engine is there, and what a run under it costs where no service worker is in between. */
export async function measureSql(workplace: Workplace): Promise<Findings> {
  const lesson = lessonById('logging-out');
  if (!lesson) throw new Error('there is no lesson about logging out');
  const rounds = workplace.quick ? 3 : 10;
  return { figures: [...(await inNode(lesson, rounds)), await inPages(workplace, lesson)] };
}

/** The lesson of nine beats on a server with tables. */
function specs(
  lesson: Lesson,
  seed: number,
): { readonly nothing: RunSpec; readonly base: RunSpec; readonly forked: RunSpec } {
  const base = { ...lessonSpec(lesson, 'left', 'sql-session'), seed };
  const edits = lesson.changes.find(({ id }) => id === 'one-hour-later')?.edits ?? [];
  const forked = edits.reduce<RunSpec>((spec, edit: Edit) => applyEdit(spec, edit), base);
  return { nothing: { ...base, intents: [] }, base, forked };
}

async function inNode(lesson: Lesson, rounds: number): Promise<readonly Figure[]> {
  const cold = Array.from({ length: Math.min(rounds, 5) }, coldProcess);
  const [runs, forks]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const { base, forked } = specs(lesson, 1_000 + round);
    const runner = createDirectRunner();
    runs.push(await timeOf(() => runner.run(base)));
    forks.push(await timeOf(() => runner.run(forked)));
  }
  const how = `median of ${rounds}, in Node`;
  return [
    measured({ name: 'Engine ready, cold, Node', value: median(cold), unit: 'ms', how: 'in a process of its own' }),
    measured({ name: 'Nine beats, warm, Node', value: median(runs.slice(1)), unit: 'ms', limit: RUN_MS, how }),
    measured({ name: 'Fork, Node', value: median(forks.slice(1)), unit: 'ms', limit: FORK_MS, how }),
  ];
}

/** From asking for the engine to its first open database, in a process that has not heard of it. */
function coldProcess(): number {
  const engine = join(ROOT, 'src/server/sql/sqlite.ts');
  const script = `const began = performance.now();
    const { loadSqlite } = await import(${JSON.stringify(engine)});
    await (await loadSqlite()).open(null);
    console.log(performance.now() - began);`;
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--input-type=module'];
  return Number(execFileSync(process.execPath, [...flags, '--eval', script], { cwd: ROOT, encoding: 'utf8' }));
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** From asking for a world with tables and nothing to do until it has been made: the world itself is warm, the engine is not. */
async function inPages(workplace: Workplace, lesson: Lesson): Promise<Figure> {
  const cold: number[] = [];
  const visit = async (page: WorldPage): Promise<void> => {
    await page.time({ ...lessonSpec(lesson, 'right'), seed: 999 });
    cold.push(await page.time(specs(lesson, 999).nothing));
  };
  for (let visits = 0; visits < 3; visits += 1) await withWorldPage(workplace, visit);
  const how = 'in a page, on localhost, in a fresh profile; median of 3 visits';
  return measured({ name: 'Engine ready, cold, page', value: median(cold), unit: 'ms', limit: COLD_MS, how });
}
