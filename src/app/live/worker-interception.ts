import { setupWorker } from 'msw/browser';
import type { RequestHandler } from 'msw/http';
import type { Fetch } from '#browser/wire.ts';
import { RunError } from '#core/ports.ts';
import { within } from './patience.ts';

/** The app's own worker, which loads MSW's. Beside the document, so that its scope is the folder of the app. */
const WORKER_FILE = 'sw.js';

/** A first visit waits for the worker to fetch what it keeps; a slow network must not hold up the lesson. */
const START_PATIENCE_MS = 3_000;
const CONTROL_PATIENCE_MS = 1_000;

/**
 * Starts MSW's service worker and resolves to a way to send that refuses wherever the worker does not control this page; null where
 * workers are missing or refused, or where this page went past its worker (shift-reload).
 * @param baseUrl the folder of the app, absolute, with its last slash.
 */
export async function interceptByWorker(handlers: readonly RequestHandler[], baseUrl: string): Promise<Fetch | null> {
  const container = serviceWorkers();
  if (!container || (await isBypassed(container, baseUrl))) return null;
  const script = new URL(WORKER_FILE, baseUrl).href;
  const controls = (): boolean => container.controller?.scriptURL === script;
  const worker = setupWorker(...handlers);
  const started = worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: script, options: { scope: baseUrl } },
  });
  await within(START_PATIENCE_MS, started);
  if (!controls()) await within(CONTROL_PATIENCE_MS, nextController(container));
  if (!controls()) return null;
  return (request) => (controls() ? fetch(request) : Promise.reject(new RunError('no-interception')));
}

/** Some browsers have none in private windows, and reading it may throw where site data is blocked. */
function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  } catch {
    return null;
  }
}

/**
 * A page with an active worker that does not control it was reloaded past it. MSW would reload the page once more, away from what its reader was
 * doing. A worker that is still on its way takes over by itself.
 */
async function isBypassed(container: ServiceWorkerContainer, baseUrl: string): Promise<boolean> {
  if (container.controller) return false;
  const registration = await container.getRegistration(baseUrl).catch(() => null);
  if (registration === null) return true;
  if (registration === undefined) return false;
  if (!registration.active) await within(START_PATIENCE_MS, nextController(container));
  return !container.controller;
}

function nextController(container: ServiceWorkerContainer): Promise<Event> {
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', resolve, { once: true });
  });
}
