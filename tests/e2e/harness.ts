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
  /** `block`: the browser refuses every service worker, and keeps none of the app’s files. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Runs in the page before anything else does. */
  readonly before?: () => void;
  /** Done to the profile before the page is opened. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Opened by a name that is not `localhost`: over plain http that is no secure context. */
  readonly asOnLan?: boolean;
}

/** A name that leads to this machine, as another one’s would in a lecture hall. */
const LAN_NAME = 'claimcheck.test';

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
  const browser = await chromium.launch({
    executablePath,
    args: [...LAUNCH_ARGS, `--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`],
  });
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
    serviceWorkers: options.serviceWorkers ?? 'allow',
    proxy: { server: witness.server, bypass: `localhost,${LAN_NAME}` },
  });
  context.on('close', () => witness.close());
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (isComplaint(message)) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  if (options.before) await context.addInitScript(options.before);
  await options.prepare?.(context);
  const page = await context.newPage();
  await page.goto((options.asOnLan ? serving.url.replace('localhost', LAN_NAME) : serving.url) + path);
  return { page, context, requests, strangers: witness.hosts, complaints };
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}
