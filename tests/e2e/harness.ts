import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright';
import { LAUNCH_ARGS } from '../../tools/browser-candidates.ts';
import { browserAtHand, NoBrowserError } from '../../tools/browser.ts';
import { serve, type Serving } from '../../tools/serve.ts';
import { watchNetwork } from './network-witness.ts';

interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** A page of the built app in a browser profile of its own, and what it did. */
export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The URL of every request of the page and its workers, those that a worker answers included, in order. */
  readonly requests: readonly string[];
  /** Every host but our own that was asked for over the network. */
  readonly strangers: readonly string[];
  /** Every error and warning in the console, and every uncaught exception. */
  readonly complaints: readonly string[];
}

export interface Harness {
  /** Where the built app is served. */
  readonly url: string;
  /** Opens a path of the app, say `#/flows/login`, and waits until the page has loaded. */
  readonly openApp: (path?: string, options?: OpenOptions) => Promise<OpenedApp>;
  readonly close: () => Promise<void>;
}

const DESKTOP = { width: 1440, height: 900 };

/**
 * Serves the built app on a free port and starts a browser.
 * @param base the path under which it is served, with a slash at both ends.
 */
export async function startHarness(base = '/'): Promise<Harness> {
  const executablePath = browserAtHand();
  if (!executablePath) throw new NoBrowserError(['installed browsers (`npm run test:browser` looks further)']);
  const serving = await serve({ folder: join(import.meta.dirname, '../../dist'), port: 0, base });
  const browser = await chromium.launch({ executablePath, args: [...LAUNCH_ARGS] });
  return {
    url: serving.url,
    openApp: (path = '', options = {}) => openApp(browser, serving, path, options),
    close: async () => {
      await browser.close();
      await serving.close();
    },
  };
}

async function openApp(browser: Browser, serving: Serving, path: string, options: OpenOptions): Promise<OpenedApp> {
  const witness = await watchNetwork();
  const context = await browser.newContext({
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    proxy: { server: witness.server, bypass: 'localhost' },
  });
  context.on('close', () => witness.close());
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (isComplaint(message)) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  const page = await context.newPage();
  await page.goto(serving.url + path);
  return { page, context, requests, strangers: witness.hosts, complaints };
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}
