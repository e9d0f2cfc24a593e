import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';
import { violations } from './violations.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const clock = (page: Page) => page.getByRole('slider', { name: 'Clock' });
const said = async (page: Page): Promise<string> => (await clock(page).getAttribute('aria-valuetext')) ?? '';
const side = (page: Page, name: string) => page.getByRole('region', { name: `Lifetimes, ${name}` });
const position = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'Timeline' }).inputValue());

/** Lesson 1 after its login, with the lives under the diagram. */
async function open(options: Parameters<Harness['openApp']>[1] = {}, path = '#/flows/logging-in') {
  const app = await harness.openApp(path, options);
  await app.page.getByText('live', { exact: true }).waitFor();
  await app.page.keyboard.press('End');
  await app.page.getByRole('tab', { name: 'Lifetimes' }).click();
  await clock(app.page).waitFor();
  return app;
}

/** The middle of the handle, and where on the page a second of the axis stands. */
async function grip(page: Page) {
  const box = await clock(page).boundingBox();
  if (!box) throw new Error('no handle');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where on the page the tick of that time stands. */
async function tickAt(page: Page, time: string): Promise<number> {
  const box = await page
    .getByRole('region', { name: 'Lifetimes', exact: true })
    .getByText(time, { exact: true })
    .boundingBox();
  if (!box) throw new Error(`no tick ${time}`);
  return box.x + box.width / 2;
}

/** Requests of the simulated browser so far. */
const apiRequests = (requests: readonly string[]): number =>
  requests.filter((url) => url.includes('app.example')).length;

test('the clock is dragged by mouse: everything is projected, nothing is run, and letting go forks', async () => {
  const { page, requests } = await open();
  const before = apiRequests(requests);
  const { x, y } = await grip(page);
  const oneHour = await tickAt(page, '1:00');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(oneHour - 40, y, { steps: 6 });
  expect(await said(page)).toMatch(/JWT: in\.$/);
  await page.mouse.move(oneHour, y, { steps: 6 });
  await expect.poll(() => said(page)).toBe('1:00. Session: in. JWT: in, after a refresh.');
  expect(await side(page, 'JWT').getByText('Over').count()).toBe(1);
  expect(apiRequests(requests)).toBe(before);
  expect(page.url()).not.toContain('clock-1');
  await page.mouse.up();
  await expect.poll(() => page.url()).toContain('clock-1.wait.3600');
  await expect.poll(() => said(page)).toBe('1:00. Session: in. JWT: in, after a refresh.');
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => said(page)).toBe('0:00. Session: in. JWT: in.');
});

test('Escape while it is dragged puts the clock back, and nothing happens', async () => {
  const { page } = await open();
  const { x, y } = await grip(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await said(page)).toBe('0:00. Session: in. JWT: in.');
  expect(page.url()).not.toContain('clock-');
});

test('the clock is dragged by a finger', async () => {
  const { page } = await open();
  const { x, y } = await grip(page);
  const oneHour = await tickAt(page, '1:00');
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', x + part * (oneHour - x));
  await expect.poll(() => said(page)).toContain('1:00.');
  await touch('touchEnd');
  await expect.poll(() => page.url()).toContain('clock-1.wait.3600');
});

test('the clock is moved by keys: to the next end, back, and let go with Enter', async () => {
  const { page } = await open();
  const at = await position(page);
  await clock(page).focus();
  await page.keyboard.press('ArrowUp');
  expect(await said(page)).toContain('1:00.');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await said(page)).toBe('0:59:59. Session: in. JWT: in.');
  await page.keyboard.press('Escape');
  expect(await said(page)).toContain('0:00.');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  expect(await said(page)).toContain('0:03.');
  expect(await position(page)).toBe(at);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('clock-1.wait.180');
  await expect.poll(() => position(page)).toBe(at + 1);
});

test('dragged left of now it says that time runs forward only, and goes back to that step', async () => {
  const { page } = await open({}, '#/flows/refreshing-a-token');
  const at = await position(page);
  const { x, y } = await grip(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y, { steps: 4 });
  await page.getByText('Time runs forward only').waitFor();
  await page.mouse.up();
  await expect.poll(() => position(page)).toBeLessThan(at);
  expect(await said(page)).toContain('0:00.');
  expect(page.url()).not.toContain('clock-');
});

test('the clock goes by an amount, by an own one, and to what ends next, on one side or both', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: '+30 min' }).click();
  await expect.poll(() => said(page)).toContain('0:30.');
  await page.getByRole('textbox', { name: /Own amount/ }).fill('0:15:30');
  await page.getByRole('button', { name: 'Pass', exact: true }).click();
  await expect.poll(() => said(page)).toContain('0:45:30.');
  await page.getByRole('button', { name: 'To 1:00, access token' }).click();
  await expect.poll(() => said(page)).toBe('1:00. Session: in. JWT: in, after a refresh.');
  // One wait, however it was made.
  await expect.poll(() => page.url()).toContain('le=i._.clock-1.wait.3600');
  await page.getByLabel('Whose clock moves').selectOption('left');
  await page.getByRole('button', { name: /^To 1:30, session/ }).click();
  await expect.poll(() => said(page)).toBe('1:30. Session: must log in. JWT: in, after a refresh.');
});

test('the virtual clock in the transport opens the same controls', async () => {
  const { page } = await open();
  await page.getByRole('tab', { name: 'Storage' }).click();
  await page.getByRole('button', { name: /^virtual clock/ }).click();
  await page.getByRole('button', { name: '+1 h' }).click();
  await expect.poll(() => page.url()).toContain('clock-1.wait.3600');
  await page.getByRole('button', { name: /^virtual clock/ }).isVisible();
  await page.getByRole('button', { name: 'Show lifetimes' }).click();
  await clock(page).waitFor();
});

test('the source’s tables are run from the interface, and every moment is as they say', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Expiry tables' }).click();
  await page.getByRole('button', { name: 'Run the tables' }).click();
  const rows = page.getByRole('region', { name: 'Expiry tables' }).getByRole('row');
  await rows.filter({ hasText: '401; session over' }).waitFor();
  const texts = await rows.allInnerTexts();
  expect(texts.filter((text) => /^\d/.test(text)).map((text) => text.split(/\s/)[0])).toEqual([
    '0:00',
    '1:00',
    '2:00',
    '2:30',
    '0:00',
    '0:30',
    '0:55',
    '1:00',
    '168:00',
  ]);
  expect(texts.find((text) => text.startsWith('0:55'))).toContain('200 after a refresh');
  await page.getByRole('button', { name: '2:30', exact: true }).click();
  await expect.poll(() => page.getByLabel('Score, left against right').innerText()).toContain('11:30:00');
});

test.each([
  ['light', 1440, 900],
  ['dark', 390, 844],
  ['light', 320, 640],
] as const)('the lives break no rule in %s at %i × %i', async (colorScheme, width, height) => {
  const { page } = await open({ colorScheme, viewport: { width, height } }, '#/flows/logging-out');
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('no region moves when another view stands under the diagram', async () => {
  const { page } = await open();
  const boxes = () =>
    Promise.all(
      ['Sequence diagram', 'Inspector', 'Transport'].map((name) =>
        page.getByRole('region', { name, exact: true }).boundingBox(),
      ),
    );
  const before = await boxes();
  for (const name of ['Where state lives', 'Storage', 'Lifetimes']) {
    await page.getByRole('tab', { name }).click();
    expect(await boxes()).toEqual(before);
  }
  await page.getByRole('button', { name: /lower part larger/ }).click();
  expect(await boxes()).toEqual(before);
});

test('every frame of a drag shows the clock where it is, and is cheap', async () => {
  const { page } = await open({}, '#/flows/logging-out');
  const devtools = await page.context().newCDPSession(page);
  // The thread’s own time: what else the machine does is not counted.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const { x, y } = await grip(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let frame = 1; frame <= 60; frame += 1) {
    const before = await busy();
    await page.mouse.move(x + 10 + frame * 6, y);
    // Two frames later all of it has been painted, and the clock stands within a pixel’s second of the pointer.
    const behind = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const handle = document.querySelector('[role="slider"][aria-label="Clock"]')?.getBoundingClientRect();
      return handle ? handle.left + handle.width / 2 : Number.NaN;
    });
    times.push((await busy()) - before);
    expect(Math.abs(behind - (x + 10 + frame * 6))).toBeLessThan(12);
  }
  await page.mouse.up();
  const sorted = times.toSorted((a, b) => a - b);
  const [p50 = Infinity, p95 = Infinity] = [0.5, 0.95].map((part) => sorted[Math.floor(sorted.length * part)]);
  console.info(`a frame of the dragged clock, thread time: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  expect(p95).toBeLessThan(16.7);
});
