import { expect, test } from 'vitest';
import { candidatesFor, type Candidate, type Machine } from '../../tools/browser-candidates.ts';
import { findBrowser, NoBrowserError, type Hands } from '../../tools/browser.ts';

const WINDOWS: Machine = { platform: 'win32', arch: 'x64', env: { PROGRAMFILES: 'C:\\Programs' } };
const LINUX: Machine = { platform: 'linux', arch: 'x64', env: {} };
const NOT_LINUX_X64: Machine = { platform: 'linux', arch: 'arm64', env: { CLAIMCHECK_BROWSER: '/mine' } };

function kinds(machine: Machine): readonly string[] {
  return [...new Set(candidatesFor(machine).map(({ kind }) => kind))];
}

/** Hands for which only the candidates of these kinds lead to a browser that starts. */
function handsWith(working: readonly Candidate['kind'][], prepared: string[] = []): Hands {
  return {
    prepare: async (candidate) => {
      prepared.push(candidate.kind);
      if (!working.includes(candidate.kind)) throw new Error(`no ${candidate.kind}\nmore`);
      return `/from/${candidate.kind}`;
    },
    launch: async () => '156.0.1',
  };
}

test('a browser that was asked for comes before the installed ones, those before any download', () => {
  const machine = { ...WINDOWS, env: { ...WINDOWS.env, CHROME_PATH: 'D:\\c.exe', CLAIMCHECK_BROWSER: 'D:\\b.exe' } };
  const paths = candidatesFor(machine).map((candidate) =>
    candidate.kind === 'path' ? candidate.path : candidate.kind,
  );
  expect(paths).toEqual([
    'D:\\b.exe',
    'D:\\c.exe',
    'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Programs\\Chromium\\Application\\chrome.exe',
    'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
    'playwright-cache',
    'playwright-install',
  ]);
});

test('the packaged browser is tried on Linux x64 alone', () => {
  expect(kinds(LINUX)).toContain('npm-package');
  expect(kinds(NOT_LINUX_X64)).not.toContain('npm-package');
});

test("the system's packages are touched in CI alone, and last", () => {
  expect(kinds(LINUX)).not.toContain('apt');
  expect(kinds({ ...LINUX, env: { CI: 'true' } }).at(-1)).toBe('apt');
});

test('the first candidate that starts is taken and no later one is prepared', async () => {
  const prepared: string[] = [];
  const machine = { ...LINUX, env: { CI: 'true', CLAIMCHECK_BROWSER: '/broken' } };
  const found = await findBrowser(machine, handsWith(['npm-package', 'apt'], prepared));
  expect(found).toMatchObject({ path: '/from/npm-package', version: '156.0.1' });
  expect(prepared).not.toContain('apt');
});

test('a program that is there but does not start is passed over', async () => {
  const hands: Hands = {
    prepare: async ({ kind }) => kind,
    launch: async (path) => {
      if (path === 'path') throw new Error('missing libnss3.so');
      return '1.2.3';
    },
  };
  const found = await findBrowser({ ...LINUX, env: { CHROME_PATH: '/half/installed' } }, hands);
  expect(found.path).toBe('playwright-cache');
});

test('when nothing starts the error says all that was tried, why it failed, and what to do', async () => {
  const search = findBrowser(NOT_LINUX_X64, handsWith([]));
  await expect(search).rejects.toThrow(NoBrowserError);
  await expect(search).rejects.toThrow(/\/mine \(\$CLAIMCHECK_BROWSER\): no path$/m);
  await expect(search).rejects.toThrow(/npx playwright install chromium: no playwright-install$/m);
  await expect(search).rejects.toThrow(/CLAIMCHECK_BROWSER=.* npm test/);
});
