import { applyEdit, type Edit, type RunSpec } from '#core/intents.ts';
import { SCHEMES, SCHEME_TEXTS, type SchemeId } from '#core/schemes.ts';
import { lessonById } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { measured, type Figure, type Findings } from './figure.ts';
import { median } from './statistics.ts';
import { withWorldPage } from './world-page.ts';
import type { Workplace } from './workplace.ts';

const LIMITS = { change: 250, fork: 100 };
/** It goes on after the lesson’s end, so that a fork runs that and nothing of what was before. */
const CHANGE = 'one-hour-later';

interface Runs {
  readonly base: RunSpec;
  readonly forked: RunSpec;
}

/** What it costs to put another scheme on a side of a lesson of nine beats, and to fork it there, once the page and the engine are warm. */
export async function measureSchemes(workplace: Workplace): Promise<Findings> {
  const rounds = workplace.quick ? 3 : 10;
  const how = `in a page, requests through the service worker; median of ${rounds}`;
  const figures: Figure[] = [];
  await withWorldPage(workplace, async (page) => {
    for (const scheme of SCHEMES) {
      const [changes, forks]: [number[], number[]] = [[], []];
      for (let round = 0; round <= rounds; round += 1) {
        // Another seed each time: the page has one runner, which remembers what it ran.
        const { base, forked } = runsOf(scheme, 1_000 + round);
        changes.push(await page.time(base));
        forks.push(await page.time(forked));
      }
      const { name } = SCHEME_TEXTS[scheme];
      const [change, fork] = [changes, forks].map((times) => median(times.slice(1)));
      figures.push(
        measured({ name: `Changing to ${name}`, value: change ?? 0, unit: 'ms', limit: LIMITS.change, how }),
        measured({ name: `Forking a run of ${name}`, value: fork ?? 0, unit: 'ms', limit: LIMITS.fork, how }),
      );
    }
  });
  return { figures };
}

function runsOf(scheme: SchemeId, seed: number): Runs {
  const lesson = lessonById('logging-out');
  const edits = lesson?.changes.find(({ id }) => id === CHANGE)?.edits;
  if (!lesson || !edits) throw new Error(`there is no lesson about logging out with a change "${CHANGE}"`);
  const base = { ...lessonSpec(lesson, 'left', scheme), seed };
  return { base, forked: edits.reduce<RunSpec>((spec, edit: Edit) => applyEdit(spec, edit), base) };
}
