/**
 * The wire between simulated browser and server.
 *
 * `Cookie`, `Set-Cookie`, `Origin` and `User-Agent` are forbidden to page scripts, so inside the page they travel under names of our own.
 * They are translated at exactly one place on each side (`browser/wire.ts`, `server/hosts/wire.ts`); traces hold the true names only.
 */
export const WIRE = {
  /** Stands for `Cookie`. */
  cookie: 'x-sim-cookie',
  /** Stands for every `Set-Cookie` of a response: one JSON array of strings, since repeated custom headers merge. */
  setCookie: 'x-sim-set-cookie',
  /** Stands for `Origin`. */
  origin: 'x-sim-origin',
  /** Which device asks: `laptop`, `phone`, `attacker`. Stands for `User-Agent`. */
  device: 'x-sim-device',
  /** Which live world the request belongs to. Never recorded. */
  run: 'x-sim-run',
  /** Which exchange of that world the request is. Never recorded. */
  request: 'x-sim-request',
} as const;

/** The site under test and its API. `.example` can never be registered (RFC 6761 §6.5). */
export const APP_ORIGIN = 'https://app.example';
export const EVIL_ORIGIN = 'https://evil.example';
