import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import type { Trace } from '#core/trace.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';

/**
 * What every lesson records, event by event, so that a change to it is seen and read before it is taken. Whether it is right is for the tests of
 * lessons, server and browser to say. `UPDATE_GOLDEN=1 npx vitest run --project node tests/world/golden` writes them anew.
 */
const FOLDER = join(import.meta.dirname, 'golden');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const WITH_SQL = new Set(['logging-in', 'protected-request', 'refreshing-a-token', 'logging-out']);

const GOLDEN = LESSONS.flatMap((lesson) => [
  ...COLUMNS.map((column) => ({ file: `${lesson.id}.${column}.txt`, spec: lessonSpec(lesson, column) })),
  // The first lessons are kept with sessions in a table as well: their own sides are files and tokens.
  ...(WITH_SQL.has(lesson.id)
    ? [{ file: `${lesson.id}.sql-session.txt`, spec: lessonSpec(lesson, 'left', 'sql-session') }]
    : []),
]);

/** What the line says before the fact itself. */
const ENVELOPE = new Set([
  'id',
  'run',
  'side',
  'actor',
  'intent',
  'exchange',
  'phase',
  'causedBy',
  't',
  'cost',
  'code',
  'kind',
]);

/** `e4 20166+150000 server:app-1 login/request/check <e3 login.check/derive crypto {…}` */
function lineOf(event: TraceEvent): string {
  const { id, side, actor, intent, exchange, phase, causedBy, t, cost, code, kind } = event;
  const where = `${side}:${actor} ${intent}/${exchange}/${phase}`;
  const fact = Object.fromEntries(Object.entries(event).filter(([name]) => !ENVELOPE.has(name)));
  return `${id} ${t}+${cost} ${where} <${causedBy ?? '-'} ${code ?? '-'} ${kind} ${JSON.stringify(fact)}`;
}

function textOf({ version, run, spec: { intents, ...spec }, initial, events }: Trace): string {
  const lines = [
    `trace ${version} ${run} ${JSON.stringify(spec)}`,
    ...intents.map((intent) => `intent ${JSON.stringify(intent)}`),
    ...Object.entries(initial).map(([area, content]) => `initial ${area} ${JSON.stringify(content)}`),
    ...events.map(lineOf),
  ];
  return `${lines.join('\n')}\n`;
}

describe('what is recorded', () => {
  test.for(GOLDEN)('in $file is as it was', async ({ file, spec }) => {
    const text = textOf(await createDirectRunner({ freeze: true }).run(spec));
    if (UPDATE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, file), text);
    }
    expect(text.split('\n')).toEqual(readFileSync(join(FOLDER, file), 'utf8').split('\n'));
  });

  test('is kept for every side of every lesson and for nothing else', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(GOLDEN.map(({ file }) => file).toSorted());
  });
});
