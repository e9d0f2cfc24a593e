import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const why = (page: Page) => page.getByRole('region', { name: 'Why' });
const bet = (page: Page) => page.getByRole('region', { name: 'Place your bet' });
const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
const position = async (page: Page): Promise<number> => Number(await timeline(page).inputValue());
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body ? 'nothing' : (element?.textContent ?? '');
  });

async function openLesson(path: string): Promise<Page> {
  const { page } = await harness.openApp(path);
  await page.getByText('live', { exact: true }).waitFor();
  await why(page).waitFor();
  return page;
}

async function goToBet(page: Page): Promise<void> {
  while ((await bet(page).count()) === 0) await page.keyboard.press('ArrowRight');
}

async function change(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
}

test('before the first step it is said what is compared, and no stop is counted', async () => {
  const page = await openLesson('#/flows/logging-in');
  expect(await why(page).innerText()).toContain(
    'on the left the server remembers, on the right the browser carries it',
  );
  expect(await page.getByText(/^stop \d/).isVisible()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await page.getByText('stop 1 of 6').waitFor();
});

test('rows that a change added have the change’s words, and no beat’s', async () => {
  const page = await openLesson('#/flows/protected-request');
  await change(page, 'Copy it to the attacker’s laptop');
  await page.keyboard.press('End');
  await why(page).getByRole('heading', { name: 'Copy it to the attacker’s laptop' }).waitFor();
  expect(await why(page).innerText()).not.toContain('I do not know who you are');
});

test('two runs of one scheme are each told what is true of them', async () => {
  const page = await openLesson('#/flows/logging-out');
  await change(page, 'Switch the denylist on');
  await page.getByRole('button', { name: 'Compare with the run before' }).click();
  await page.getByText(/rows differ between left and right/).waitFor();
  expect(await focused(page)).toContain('Go to the first difference');
  await page.keyboard.press('Home');
  const text = () => why(page).innerText();
  while (!(await text()).includes('What is there to forget?')) await page.keyboard.press('ArrowRight');
  await expect.poll(text).toMatch(/JWT\. The server kept nothing/);
  await expect.poll(text).toMatch(/JWT · denylist on\. No token is kept/);
});

test('the slot in the diagram leads to the bet and shows nothing of the answer', async () => {
  const page = await openLesson('#/flows/logging-in');
  await goToBet(page);
  const before = await position(page);
  await page.getByRole('button', { name: /Place your bet/ }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('bet');
  expect(await position(page)).toBe(before);
});

test('a bet is placed by its letter, keeps the focus, and is scored and announced when its row is there', async () => {
  const page = await openLesson('#/flows/logging-in');
  await goToBet(page);
  const announced = page.locator('output[aria-live]');
  expect(await announced.innerText()).toContain('A question before the next step: The password was right.');
  await page.getByRole('button', { name: /Place your bet/ }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('bet');
  await page.keyboard.press('a');
  expect(await focused(page)).toContain('Your bet: Only on the left');
  expect(await page.getByText(/^bets \d/).count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.getByText('bets 1 of 1 right').waitFor();
  expect(await focused(page)).toContain('Your bet was right');
  expect(await announced.innerText()).toContain('Your bet was right.');
});

test('a bet is not judged before the answer it is about, and the verdict stays to the end of the beat', async () => {
  const page = await openLesson('#/flows/the-demoted-admin');
  const announced = page.locator('output[aria-live]');
  await timeline(page).fill('26');
  await bet(page).getByRole('button', { name: 'Only on the left' }).click();
  const verdict = bet(page).getByText('Your bet was right');
  for (let row = 27; row < 43; row += 1) {
    await page.keyboard.press('ArrowRight');
    await bet(page)
      .getByText(/^Your bet: Only on the left\. Step on and see\.$/)
      .waitFor();
    expect(await verdict.count()).toBe(0);
    expect(await page.getByText(/^bets \d/).count()).toBe(0);
  }
  await page.keyboard.press('ArrowRight');
  await verdict.waitFor();
  await page.getByText('bets 1 of 1 right').waitFor();
  expect(await announced.innerText()).toMatch(/403 Forbidden.*Your bet was right\.$/s);
  await timeline(page).fill('21');
  await bet(page).getByRole('button', { name: 'On both sides' }).click();
  await page.keyboard.press('End');
  await verdict.waitFor();
});

test('what is said is about the row: from the first of an intent on, with the row’s own words under the beat’s', async () => {
  const page = await openLesson('#/flows/logging-out');
  const saysAt = async (row: number, text: string | RegExp): Promise<void> => {
    await timeline(page).fill(String(row));
    await expect.poll(() => why(page).innerText()).toMatch(text);
  };
  await saysAt(16, 'Five minutes later, the copy knocks');
  await saysAt(17, /attacker’s laptop opens the list of users\./i);
  await saysAt(20, /JWT\. The server reads 5 users in the database\./);
  await saysAt(22, 'And the thief has a second token');
  await saysAt(1, /Before the lesson begins.*submits the login form/s);
  await saysAt(8, 'Press →');
});

test('what a beat tells of this run is kept back until the row that shows it', async () => {
  const page = await openLesson('#/flows/logging-out-everywhere');
  await timeline(page).fill('24');
  await why(page).getByRole('heading', { name: 'The finder opens the app' }).waitFor();
  expect(await why(page).innerText()).not.toMatch(/refused/);
  await timeline(page).fill('26');
  await why(page)
    .getByText(/refused/)
    .first()
    .waitFor();
});

test('a verdict and the bet about the very next row are both there', async () => {
  const page = await openLesson('#/flows/protected-request');
  await goToBet(page);
  await bet(page).getByRole('button', { name: 'Only on the left' }).click();
  await page.keyboard.press('ArrowRight');
  await bet(page).getByText('Your bet was right').waitFor();
  await bet(page).getByText('Which server must look something up').waitFor();
  const placed = bet(page).filter({ hasText: 'Which server must look something up' });
  await placed.getByRole('button', { name: 'On both sides' }).click();
  expect(await focused(page)).toContain('Your bet: On both sides');
});

test('the focus stays where it was after a change, an undo and an explanation', async () => {
  const page = await openLesson('#/flows/logging-in');
  await change(page, 'Keep the tokens in memory only');
  expect(await focused(page)).toBe('Keep the tokens in memory only');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  expect(await focused(page)).toBe('Undo');
  await page.keyboard.press('ArrowRight');
  const cell = page.getByRole('region', { name: 'Sequence diagram' }).getByRole('button', { name: /submit the login/ });
  await cell.last().press('Enter');
  await page.getByRole('button', { name: 'Back to the lesson' }).press('Enter');
  await expect.poll(() => cell.last().evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the tabs stay in one place at every step', async () => {
  const page = await openLesson('#/flows/logging-in');
  const places = new Set<number | undefined>();
  const steps = Number(await timeline(page).getAttribute('max'));
  for (let step = 0; step <= steps; step += 1) {
    places.add((await page.getByRole('tab', { name: 'HTTP' }).boundingBox())?.y);
    await page.keyboard.press('ArrowRight');
  }
  expect(places.size).toBe(1);
});

test('a goal nobody has touched is open, and the way back from what it does not offer is a button', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.getByRole('tab', { name: 'Try it' }).click();
  const goal = page.getByRole('region', { name: 'Goal' });
  await goal.getByText('Open', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Log in on his phone as well' }).click();
  await goal.getByText('Something was changed that the goal does not offer').waitFor();
  await goal.getByRole('button', { name: 'Back to the lesson’s run' }).click();
  await goal.getByText('Open', { exact: true }).waitFor();
  expect(await goal.innerText()).not.toContain('does not offer');
});

test('what a goal is judged without is named, and taken out without losing the answer', async () => {
  const page = await openLesson('#/flows/logging-in');
  await change(page, 'Log in on his phone as well');
  const goal = page.getByRole('region', { name: 'Goal' });
  await goal.getByText('The goal is judged without “Log in on his phone as well”.').waitFor();
  await goal.getByRole('button', { name: 'Settings on the right' }).click();
  await page.getByRole('combobox', { name: /algorithm/i }).selectOption('RS256');
  await page.keyboard.press('Escape');
  await goal.getByRole('button', { name: 'Take it out, keep the rest' }).click();
  await goal.getByText('Reached, by the run itself').waitFor();
  expect(await focused(page)).toBe('Reach a goal');
});

test('speaker notes are there for whoever asks, at every stop', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.keyboard.press('ArrowRight');
  expect(await why(page).innerText()).not.toContain('how many pages of your bank');
  await page.getByRole('button', { name: 'Speaker notes' }).click();
  await why(page).getByText('how many pages of your bank').waitFor();
  await page.keyboard.press('ArrowRight');
  await why(page).getByText('find the password in the message').waitFor();
});

test('at the end of a run the ways on are in view, and the next lesson opens from there', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.keyboard.press('End');
  const ways = page.getByRole('region', { name: 'What next' });
  await ways.waitFor();
  const details = page.getByRole('tablist', { name: 'Details of this step' });
  const [above, place, below] = [await why(page).boundingBox(), await ways.boundingBox(), await details.boundingBox()];
  expect(place?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  await ways.getByRole('button', { name: 'Next lesson: A protected request' }).click();
  await why(page)
    .getByRole('heading', { name: 'No password in sight. Why does the server believe that this is John?' })
    .waitFor();
  await expect.poll(() => focused(page)).toContain('No password in sight');
});

test('on a low screen every option of a bet is seen at once', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.setViewportSize({ width: 1024, height: 640 });
  await goToBet(page);
  const edge = await why(page).boundingBox();
  const last = await bet(page).getByRole('button', { name: 'On neither side' }).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0));
});
