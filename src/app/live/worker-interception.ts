import type { RequestHandler } from 'msw';
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
  const registration = await container?.getRegistration(baseUrl).catch(() => null);
  // Null: asking is forbidden, as in Firefox where site data is blocked.
  if (!container || registration === null) return null;
  if (registration) silenceUpdate(registration);
  if (registration && (await isBypassed(container, registration))) return null;
  const script = new URL(WORKER_FILE, baseUrl).href;
  const controls = (): boolean => container.controller?.scriptURL === script;
  // Evaluating it reads `navigator.serviceWorker`, which throws in a sandboxed frame: here only where that has worked.
  const { setupWorker } = await import('msw/browser');
  const started = setupWorker(...handlers).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: script, options: { scope: baseUrl } },
  });
  const ready = await within(START_PATIENCE_MS, started);
  if (ready && !controls()) await within(CONTROL_PATIENCE_MS, nextController(container));
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
async function isBypassed(container: ServiceWorkerContainer, { active }: ServiceWorkerRegistration): Promise<boolean> {
  if (!container.controller && !active) await within(START_PATIENCE_MS, nextController(container));
  return !container.controller;
}

/** MSW asks for a newer worker and does not wait for what comes of it, which without a network is a rejection that nobody hears. */
function silenceUpdate(registration: ServiceWorkerRegistration): void {
  const update = registration.update.bind(registration);
  registration.update = () => update().catch(() => registration);
}

function nextController(container: ServiceWorkerContainer): Promise<Event> {
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', resolve, { once: true });
  });
}
