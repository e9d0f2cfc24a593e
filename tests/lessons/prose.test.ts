import { CATALOGUE } from '#lessons/catalogue.ts';
import type { SideText } from '#lessons/lesson.ts';
import { LESSONS, lessonById } from '#lessons/manifest.ts';
import { FIRST_LESSON, LESSON_IDS } from '#lessons/order.ts';
import { isSchemeId } from '#core/schemes.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { describe, expect, test } from 'vitest';

/** Where a claim may be written, as FACTS names its sources. */
const SOURCES = /^(RFC \d+ §\d+(\.\d+)*|ASVS 5\.0 §\d+(\.\d+)+|OWASP .+|PHP manual: .+|Measured: .+)$/;

const longerThan = (limit: number, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => text.length > limit);

/** Every sentence that may be said of a scheme, whatever has been set. */
const proseOf = (side: SideText): readonly string[] =>
  typeof side === 'string' ? [side] : side.map(({ text }) => text);

describe('the manifest', () => {
  test('has every lesson, in order', () => {
    expect(LESSONS.map(({ id }) => id)).toEqual([
      'logging-in',
      'protected-request',
      'refreshing-a-token',
      'logging-out',
      'where-state-lives',
      'inside-the-token',
      'session-expiry',
      'token-expiry',
      'logging-out-everywhere',
      'the-demoted-admin',
      'the-hybrid',
      'two-tabs',
    ]);
  });

  test('names the lessons that the page and its catalogue name, in the same order', () => {
    const ids = LESSONS.map(({ id }) => id);
    expect(CATALOGUE.map(({ id }) => id)).toEqual(ids);
    expect([...LESSON_IDS]).toEqual(ids);
    expect(FIRST_LESSON.id).toBe(ids[0]);
  });

  test('has each lesson where its card says', async () => {
    for (const { load, ...card } of CATALOGUE) expect(await load()).toMatchObject(card);
  });

  test('finds a lesson by its id, and says when there is none', () => {
    expect(lessonById('logging-out')?.title).toBe('Logging out');
    expect(lessonById('__proto__')).toBeNull();
  });

  test('builds each lesson on earlier ones only', () => {
    LESSONS.forEach(({ buildsOn }, index) => {
      const earlier = LESSONS.slice(0, index).map(({ id }) => id);
      expect(earlier).toEqual(expect.arrayContaining([...buildsOn]));
    });
  });
});

describe.for(LESSONS)('$id', (lesson) => {
  const { beats, bets, changes, goal } = lesson;
  const sides = beats.flatMap((beat) => Object.values(beat.sides ?? {}).flatMap(proseOf));
  const claims = beats.flatMap(({ claim }) => (claim ? [claim] : []));
  const everything = [
    lesson.title,
    lesson.question,
    lesson.objective,
    ...beats.flatMap(({ title, text, notes }) => [title, text, notes]),
    ...sides,
    ...claims.flatMap(({ said, truth }) => [said, truth]),
    ...bets.flatMap(({ question, because, options }) => [question, because, ...options.map(({ label }) => label)]),
    ...changes.flatMap(({ label, text }) => [label, text]),
    ...goal.wrong.map(({ because }) => because),
    goal.prompt,
    goal.hint,
    goal.praise,
  ];

  test('has a question, at most nine beats, two or three bets, at least two changes', () => {
    expect(lesson.question).toMatch(/\?$/);
    expect(beats.length).toBeGreaterThanOrEqual(5);
    expect(beats.length).toBeLessThanOrEqual(9);
    expect([2, 3]).toContain(bets.length);
    expect(changes.length).toBeGreaterThanOrEqual(2);
  });

  test('has at least two solutions and three wrong answers', () => {
    expect(goal.solutions.length).toBeGreaterThanOrEqual(2);
    expect(goal.wrong.length).toBeGreaterThanOrEqual(3);
  });

  test('keeps its sentences short', () => {
    expect(longerThan(70, [lesson.question, ...beats.map(({ title }) => title)])).toEqual([]);
    expect(
      longerThan(
        320,
        beats.map(({ text }) => text),
      ),
    ).toEqual([]);
    expect(longerThan(200, sides)).toEqual([]);
    expect(
      longerThan(
        200,
        claims.map(({ truth }) => truth),
      ),
    ).toEqual([]);
    expect(
      longerThan(
        110,
        bets.map(({ question }) => question),
      ),
    ).toEqual([]);
    expect(
      longerThan(
        200,
        bets.map(({ because }) => because),
      ),
    ).toEqual([]);
    expect(
      longerThan(
        40,
        changes.map(({ label }) => label),
      ),
    ).toEqual([]);
    expect(
      longerThan(
        320,
        changes.map(({ text }) => text),
      ),
    ).toEqual([]);
    expect(longerThan(240, [goal.prompt, goal.praise])).toEqual([]);
  });

  test('asks and ends its sentences', () => {
    for (const { question } of bets) expect(question).toContain('?');
    const sentences = [...beats.flatMap(({ text, notes }) => [text, notes]), ...sides, goal.prompt, goal.praise];
    expect(sentences.filter((text) => !/[.!?)”]$/.test(text))).toEqual([]);
  });

  test('has speaker notes for every beat, with something to ask or to do', () => {
    for (const { notes } of beats) expect(notes.length).toBeGreaterThan(80);
  });

  test('marks nothing up but code', () => {
    const openMark = everything.filter((text) => (text.split('`').length - 1) % 2 !== 0);
    const otherMarkup = everything.filter((text) => /(^|\s)(\*{1,2}|_{1,2})\S|<\w/.test(text));
    expect([...openMark, ...otherMarkup]).toEqual([]);
  });

  test('uses no word that makes a reader feel slow', () => {
    const belittling = /\b(simply|obviously|trivial(ly)?|of course|easy|easily)\b/i;
    expect(everything.filter((text) => belittling.test(text))).toEqual([]);
  });

  test('names a source for every claim', () => {
    expect(claims.filter(({ source }) => !SOURCES.test(source))).toEqual([]);
    expect(claims.length).toBeGreaterThan(0);
  });

  test('calls everything by a name of its own', () => {
    for (const list of [beats, bets, changes]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const { options } of bets) expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
  });

  test('speaks of schemes and settings that exist', () => {
    for (const { sides: said } of beats) expect(Object.keys(said ?? {}).every(isSchemeId)).toBe(true);
    const known = SETTING_SPECS.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...goal.settings]));
  });
});
