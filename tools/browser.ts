import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { BROWSER_VARIABLE, candidatesFor, LAUNCH_ARGS, type Candidate, type Machine } from './browser-candidates.ts';

const run = promisify(execFile);

const PLAYWRIGHT = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright/package.json')));

/** A download that has not come by then will not come: many networks let nothing but the package registry through. */
const DOWNLOAD_TIMEOUT_MS = 120_000;
const LAUNCH_TIMEOUT_MS = 20_000;

export interface FoundBrowser {
  readonly path: string;
  readonly how: string;
  /** As the browser says it: `156.0.7204.49`. */
  readonly version: string;
}

export class NoBrowserError extends Error {
  constructor(tried: readonly string[]) {
    super(
      [
        'No browser was found to test with. Tried, in this order:',
        ...tried.map((line) => `  - ${line}`),
        'Install Chrome, Chromium or Edge, or point to one:',
        `  ${BROWSER_VARIABLE}=/path/to/chrome npm test`,
      ].join('\n'),
    );
    this.name = 'NoBrowserError';
  }
}

/** The two things that a search does to the machine, so that a test can do without. */
export interface Hands {
  /** Fetches or unpacks the candidate if need be, and says where its program is; throws when there is none. */
  readonly prepare: (candidate: Candidate) => Promise<string>;
  /** Starts the program and says its version; throws when it does not start. */
  readonly launch: (path: string) => Promise<string>;
}

/**
 * Finds a Chromium that really starts on this machine.
 * @throws NoBrowserError with all that was tried, and why it failed.
 */
export async function findBrowser(machine: Machine = process, hands: Hands = realHands): Promise<FoundBrowser> {
  const tried: string[] = [];
  for (const candidate of candidatesFor(machine)) {
    if (candidate.kind === 'path' && candidate.how === 'installed' && !existsSync(candidate.path)) continue;
    const name = candidate.kind === 'path' ? `${candidate.path} (${candidate.how})` : candidate.how;
    try {
      const path = await hands.prepare(candidate);
      return { path, how: candidate.how, version: await hands.launch(path) };
    } catch (error) {
      tried.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new NoBrowserError(tried);
}

/** The browser that an earlier search chose, or else an installed one, untried: for tools that cannot wait for a search. */
export function browserAtHand(machine: Machine = process): string | undefined {
  const paths = candidatesFor(machine).flatMap((candidate) => (candidate.kind === 'path' ? [candidate.path] : []));
  return [...paths, chromium.executablePath()].find((path) => existsSync(path));
}

const realHands: Hands = {
  async prepare(candidate) {
    switch (candidate.kind) {
      case 'path':
        return existing(candidate.path);
      case 'playwright-cache':
        return existing(chromium.executablePath());
      case 'playwright-install':
        await run(process.execPath, [PLAYWRIGHT, 'install', '--no-shell', 'chromium'], {
          timeout: DOWNLOAD_TIMEOUT_MS,
        });
        return existing(chromium.executablePath());
      case 'npm-package':
        return unpackFromPackage();
      case 'apt':
        await run('apt-get', ['update'], { timeout: DOWNLOAD_TIMEOUT_MS });
        await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
          timeout: 5 * DOWNLOAD_TIMEOUT_MS,
        });
        return existing('/usr/bin/chromium');
    }
  },
  async launch(path) {
    const browser = await chromium.launch({ executablePath: path, args: LAUNCH_ARGS, timeout: LAUNCH_TIMEOUT_MS });
    try {
      await (await browser.newPage()).goto('about:blank');
      return browser.version();
    } finally {
      await browser.close();
    }
  },
};

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return path;
}

/** The package unpacks the libraries it needs, and sets their path in the environment, only where it thinks it runs on Lambda. */
async function unpackFromPackage(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** One line of why: a failed command's own error rather than that it failed. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n');
  return (
    lines
      .slice(1)
      .find((line) => /error/i.test(line))
      ?.trim() ??
    lines[0] ??
    message
  );
}
