// What a function needs that is sent to a page as text has to stand inside it.
/* oxlint-disable unicorn/consistent-function-scoping */

import type { Page } from 'playwright';
import { COLUMNS } from '#core/align.ts';
import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { lessonById } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';
import { measured, type Figure, type Findings } from './figure.ts';
import { withWorldPage, type WorldPage } from './world-page.ts';
import { median } from './statistics.ts';
import { visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

const LIMIT_MS = 100;

interface Fork {
  readonly name: string;
  readonly base: RunSpec;
  readonly forked: RunSpec;
}

/** A lesson's two changes: one turns a setting, so that nothing of the run can be kept; one goes on after its end. */
const CHANGES = ['denylist', 'one-hour-later'];

export async function measureFork(workplace: Workplace): Promise<Findings> {
  const rounds = workplace.quick ? 5 : 15;
  const lesson = lessonById('logging-out');
  if (!lesson) throw new Error('there is no lesson about logging out');
  const forks = CHANGES.flatMap((id) => forksOf(lesson, id));
  const figures: Figure[] = [];
  for (const fork of forks) {
    const value = await inNode(fork, rounds);
    const how = `median of ${rounds}, in Node, requests handed straight to the server`;
    figures.push(measured({ name: `${fork.name}, Node`, value, unit: 'ms', limit: LIMIT_MS, how }));
  }
  await withWorldPage(workplace, async (page) => {
    for (const fork of forks) {
      const value = await inPage(page, fork, rounds);
      const how = `median of ${rounds}, in a page, requests through the service worker`;
      figures.push(measured({ name: `${fork.name}, page`, value, unit: 'ms', limit: LIMIT_MS, how }));
    }
  });
  for (const id of CHANGES) {
    const value = await inApp(workplace, lesson, id);
    const how =
      'in the app itself, from the press of the change’s button until the fork was painted; median of 3 visits';
    figures.push(measured({ name: `Change "${id}", pressed → painted`, value, unit: 'ms', how }));
  }
  return { figures };
}

/** A change on each side that it is offered on. */
function forksOf(lesson: Lesson, changeId: string): readonly Fork[] {
  const change = lesson.changes.find(({ id }) => id === changeId);
  if (!change) throw new Error(`the lesson has no change "${changeId}"`);
  const columns = COLUMNS.filter((column) => change.column === 'both' || change.column === column);
  return columns.map((column) => {
    const base = lessonSpec(lesson, column);
    const forked = change.edits.reduce<RunSpec>((spec, edit: Edit) => applyEdit(spec, edit), base);
    return { name: `Fork "${changeId}", ${base.scheme}`, base, forked };
  });
}

/** With a runner of its own each time, since one that has made a run remembers it. */
async function inNode({ base, forked }: Fork, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const runner = createDirectRunner();
    await runner.run(base);
    const began = performance.now();
    await runner.run(forked);
    times.push(performance.now() - began);
  }
  return median(times.slice(1));
}

/** Another seed each time: the page has one runner, which remembers what it ran. */
async function inPage(page: WorldPage, { base, forked }: Fork, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const seed = 1_000 + round;
    await page.time({ ...base, seed });
    times.push(await page.time({ ...forked, seed }));
  }
  return median(times.slice(1));
}

/** Both sides, where the change is made on both. */
async function inApp(workplace: Workplace, lesson: Lesson, changeId: string): Promise<number> {
  const app = await workplace.app();
  const label = lesson.changes.find(({ id }) => id === changeId)?.label.replaceAll('`', '') ?? changeId;
  const times: number[] = [];
  const change = async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name: 'Try it', exact: true }).click();
    times.push(await page.getByRole('button', { name: label, exact: true }).evaluate(pressAndWait));
  };
  for (let time = 0; time < 3; time += 1)
    await visit(workplace, app, { fragment: `#/flows/${lesson.id}`, goOn: change });
  return median(times);
}

/** Presses the button. Resolves to the milliseconds until "Undo" has been painted: then there is something to undo. */
async function pressAndWait(button: Element): Promise<number> {
  const nextFrame = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const isForked = (): boolean =>
    [...document.querySelectorAll('button')].some((one) => one.textContent.trim() === 'Undo' && !one.disabled);
  const began = performance.now();
  if (isForked()) throw new Error('there is something to undo before anything was done');
  if (button instanceof HTMLElement) button.click();
  while (!isForked()) await nextFrame();
  await nextFrame();
  return performance.now() - began;
}
