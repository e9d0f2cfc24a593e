import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function open(lesson: string, width: number, height: number): Promise<Page> {
  const { page } = await harness.openApp(`#/flows/${lesson}`, { viewport: { width, height } });
  await page.getByText('live', { exact: true }).waitFor();
  await region(page, 'Storage').waitFor();
  await region(page, 'Inspector').waitFor();
  await page.getByLabel('Score, left against right').waitFor({ state: 'attached' });
  return page;
}

async function boxOf(page: Page, name: string): Promise<Box> {
  const box = await region(page, name).boundingBox();
  if (!box) throw new Error(`no box: ${name}`);
  return box;
}

async function useProjector(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Theme/ });
  while ((await button.getAttribute('aria-label')) !== 'Theme: projector') await button.click();
}

/** What is measured, once it has stopped changing: another theme and parts that come late take their places first. */
async function settled<T>(measure: () => Promise<T>): Promise<T> {
  let last = await measure();
  const isSettled = async (): Promise<boolean> => {
    const now = await measure();
    const isSame = JSON.stringify(now) === JSON.stringify(last);
    last = now;
    return isSame;
  };
  await expect.poll(isSettled, { interval: 250 }).toBe(true);
  return last;
}

async function steps(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Timeline' }).getAttribute('max'));
}

test.each([
  [720, 450],
  [844, 390],
  [320, 640],
])('the current row is above the transport at every step at %i × %i', async (width, height) => {
  const page = await open('logging-out', width, height);
  await page.keyboard.press('Home');
  const count = await steps(page);
  for (let step = 1; step <= count; step += 1) {
    await page.keyboard.press('ArrowRight');
    await page.locator(`[data-row="${step - 1}"][aria-current="step"]`).waitFor();
    const row = await page.locator('[aria-current="step"][data-row]').boundingBox();
    const transport = await boxOf(page, 'Transport');
    expect((row?.y ?? Infinity) + (row?.height ?? 0)).toBeLessThanOrEqual(transport.y);
    expect(transport.height).toBeLessThanOrEqual(100);
  }
});

test.each([
  [1440, 900, 'as the system'],
  [1024, 768, 'projector'],
] as const)('no region moves from step to step at %i × %i, theme %s', async (width, height, theme) => {
  const page = await open('logging-out', width, height);
  if (theme === 'projector') await useProjector(page);
  await page.keyboard.press('Home');
  const measure = () =>
    Promise.all(['Sequence diagram', 'Storage', 'Inspector', 'Transport'].map((name) => boxOf(page, name)));
  const figures = () =>
    page
      .getByLabel('Score, left against right')
      .locator('dd')
      .evaluateAll((all) => all.map((figure) => Math.round(figure.getBoundingClientRect().right)));
  const before = await settled(async () => [await measure(), await figures()]);
  const count = await steps(page);
  for (let step = 1; step <= count; step += 1) {
    await page.keyboard.press('ArrowRight');
    expect([await measure(), await figures()]).toEqual(before);
  }
  const sizes = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.documentElement.scrollHeight - innerHeight,
  ]);
  expect(sizes).toEqual([0, 0]);
});

test.each(['logging-in', 'logging-out'])(
  'both systems of %s stand side by side on a projector of 1024 × 768',
  async (lesson) => {
    const page = await open(lesson, 1024, 768);
    await useProjector(page);
    await expect.poll(() => region(page, 'Sequence diagram').getByLabel('System shown').count()).toBe(0);
    expect(await page.getByLabel('Left system').isVisible()).toBe(true);
    expect(await page.getByLabel('Right system').isVisible()).toBe(true);
    const right = await page.getByLabel('Right system').boundingBox();
    const diagram = await boxOf(page, 'Sequence diagram');
    const settings = await Promise.all(
      (await page.getByRole('button', { name: /^Settings of / }).all()).map((button) => button.boundingBox()),
    );
    const ends = settings.map((box) => (box?.x ?? Infinity) + (box?.width ?? 0));
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeLessThan(right?.x ?? 0);
    expect(ends[1]).toBeLessThan(diagram.x + diagram.width);
  },
);

test('nothing in the transport overlaps in the largest text at 1024 × 768', async () => {
  const page = await open('logging-out', 1024, 768);
  await useProjector(page);
  await page.keyboard.press('End');
  const parts = await Promise.all(
    [
      page.getByRole('button', { name: 'Last step', exact: true }),
      page.getByRole('slider', { name: 'Timeline' }),
      page.getByLabel('Speed', { exact: true }),
      page.getByLabel('Score, left against right'),
    ].map((part) => part.boundingBox()),
  );
  const boxes = parts.filter((box) => box !== null);
  expect(boxes).toHaveLength(4);
  for (const box of boxes) expect(box.x + box.width).toBeLessThanOrEqual(1024);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
  }
});

test('on a phone the words follow the diagram, and the figures open from their button', async () => {
  const page = await open('logging-out', 390, 844);
  const [diagram, words, storage] = [
    await boxOf(page, 'Sequence diagram'),
    await boxOf(page, 'Inspector'),
    await boxOf(page, 'Storage'),
  ];
  expect(words.y - diagram.y - diagram.height).toBeLessThan(40);
  expect(storage.y).toBeGreaterThan(words.y);
  const score = page.getByLabel('Score, left against right');
  expect(await score.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Score', exact: true }).click();
  expect(await score.isVisible()).toBe(true);
});

test.each([
  [390, 844],
  [320, 640],
])('the diagram keeps its place from the start to the first bets and changes at %i × %i', async (width, height) => {
  const page = await open('logging-out', width, height);
  const place = async () => {
    await page.evaluate(() => scrollTo(0, 0));
    return (await boxOf(page, 'Sequence diagram')).y;
  };
  const before = await settled(place);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: /Only on the left/ }).click();
  await page.keyboard.press('ArrowRight');
  await page.getByText('1 right').first().waitFor();
  expect(await place()).toBe(before);
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Try the copy again an hour later' }).click();
  await page.getByRole('button', { name: /^Undo: / }).waitFor();
  expect(await settled(place)).toBe(before);
  await page.keyboard.press('Home');
  expect(await settled(place)).toBe(before);
});

test('on a phone the commands are found without a key', async () => {
  const page = await open('logging-out', 390, 844);
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await page.getByRole('button', { name: 'Find any command' }).click();
  await page.getByPlaceholder('Type a command').waitFor();
  expect(await page.getByRole('dialog', { name: 'Help' }).isVisible()).toBe(false);
});

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
