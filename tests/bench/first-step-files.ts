import type { BuiltApp } from './built-app.ts';
import { closureOf } from './chunk-weights.ts';
import { stepsWithout, visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

/**
 * The scripts without which the first step does not work, found by withholding the others: from the entry and what it imports on, one
 * script more at a time in the order in which a visit asks for them, until a step works; then without each of those once more.
 */
export async function firstStepFiles(workplace: Workplace, app: BuiltApp): Promise<readonly string[]> {
  const all = app.chunks.map(({ fileName }) => fileName);
  const entry = closureOf(
    app.chunks,
    app.chunks.filter(({ isEntry }) => isEntry),
  ).map(({ fileName }) => fileName);
  const works = (files: readonly string[]): Promise<boolean> =>
    stepsWithout(
      workplace,
      app,
      all.filter((file) => !files.includes(file)),
    );

  const { asked } = await visit(workplace, app);
  const byPage = new Set(asked.filter(({ by }) => by === 'page').map(({ file }) => file));
  const waiting = [...byPage].filter((file) => all.includes(file) && !entry.includes(file));
  let files = entry;
  while (!(await works(files)) && !(await works(files))) {
    const next = waiting.shift();
    if (!next) throw new Error('no step works with all the scripts of a visit');
    files = [...files, next];
  }
  for (const file of files.filter((one) => !entry.includes(one))) {
    const others = files.filter((one) => one !== file);
    // Asked twice: on a busy machine a step may come too late once.
    if ((await works(others)) || (await works(others))) files = others;
  }
  return files;
}
