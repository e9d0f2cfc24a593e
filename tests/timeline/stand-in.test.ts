import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { expiryTable, tableIntents } from '#lessons/expiry-tables.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { decodeLink, encodeLink, linkState } from '#timeline/links.ts';
import { branchOf } from '#timeline/shown.ts';
import { type StandIn, withStandIns } from '#timeline/stand-in.ts';
import { LESSON } from './lessons.ts';
import { idle, openTimeline } from './opened.ts';

function tableOf(scheme: 'php-session' | 'jwt'): StandIn {
  const table = expiryTable(scheme);
  return {
    name: `${scheme} table`,
    settings: { ...DEFAULT_SETTINGS, ...table.settings },
    intents: tableIntents(table),
  };
}

const TABLES = { left: tableOf('php-session'), right: tableOf('jwt') };

test('another run stands in for each side’s, under a name of its own, and one undo brings both back', async () => {
  const timeline = await openTimeline();
  timeline.actions.revise((state, lesson) => withStandIns(state, lesson, TABLES));
  await idle(timeline);
  for (const column of ['left', 'right'] as const) {
    const branch = branchOf(timeline.store.getState(), column);
    expect(branch?.given).toBe(TABLES[column].name);
    expect(branch?.spec.intents).toEqual(TABLES[column].intents);
    expect(branch?.spec.settings).toEqual(TABLES[column].settings);
  }
  timeline.actions.undo();
  await idle(timeline);
  expect(branchOf(timeline.store.getState(), 'left')?.spec.intents).toEqual(LESSON.intents);
  expect(branchOf(timeline.store.getState(), 'right')?.spec.intents).toEqual(LESSON.intents);
});

test.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
  'the tables fit into a link of lesson %s, and are read out of it',
  async (_id, lesson) => {
    const timeline = await openTimeline(lesson);
    timeline.actions.revise((state, opened) => withStandIns(state, opened, TABLES));
    await idle(timeline);
    const link = linkState(timeline.store.getState());
    const writing = link && encodeLink(link, lesson);
    if (!writing?.ok) throw new Error(writing?.problem.code);
    const reading = decodeLink(writing.fragment, [lesson]);
    expect(reading.ok && reading.state).toEqual(link);
  },
);
