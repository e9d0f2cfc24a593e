import { headerValues, type HttpResponse } from '#core/http.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { changeJar } from './device.ts';
import { action, verdict } from './facts.ts';
import { canonicalHost } from './jar/canonical-host.ts';
import type { CookieContext } from './jar/context.ts';
import type { Cookie } from './jar/cookie.ts';
import { evictExpired } from './jar/expiry.ts';
import { registrableDomain } from './jar/public-suffix.ts';
import { retrieveCookies } from './jar/retrieve.ts';
import { serializeCookies } from './jar/serialize.ts';
import { receiveCookie } from './jar/store.ts';

/**
 * What a browser does with cookies by itself, without a line of the page's
 * code: the `Cookie` field of a request, empty where none goes along.
 */
export function attachCookies(
  tools: ClientTools,
  { recorder }: OpenExchange,
  url: string,
  method: string,
): string {
  const { device } = tools;
  const { jar } = device.get();
  const context = contextOf(tools, url, method);

  // region: browser-cookies.attach
  const { sent, considered } = retrieveCookies(jar, context);
  for (const { cookie, ruling } of considered) {
    if (!isRelated(cookie, url)) continue;
    const fact = verdict('cookie-sent', cookie.name, ruling);
    recorder.note('ask', 'browser-cookies.attach', fact);
  }
  if (sent.length > 0) {
    const fact = action('attach-cookies', 'Cookie');
    recorder.note('ask', 'browser-cookies.attach', fact);
  }
  // endregion

  // region: browser-cookies.evict
  const fresh = evictExpired(jar, context.now);
  for (const change of changeJar(device, fresh)) {
    recorder.note('ask', 'browser-cookies.evict', change);
  }
  // endregion
  return serializeCookies(sent);
}

/** The other half: every `Set-Cookie` of a response goes past the rules. */
export function storeCookies(
  tools: ClientTools,
  { recorder }: OpenExchange,
  url: string,
  response: HttpResponse,
): void {
  const { device } = tools;
  const context = contextOf(tools, url, 'GET');

  // region: browser-cookies.store
  for (const line of headerValues(response.headers, 'Set-Cookie')) {
    const { jar } = device.get();
    const outcome = receiveCookie(jar, line, context);
    const { name, ruling, ignored } = outcome;
    const over = ruling.reason === 'cookie-expired';
    const phase = over ? 'drop' : 'keep';
    for (const { attribute, ruling: why } of ignored) {
      const subject = `${name}; ${attribute}`;
      const fact = verdict('cookie-stored', subject, why);
      recorder.note(phase, 'browser-cookies.store', fact);
    }
    const fact = verdict('cookie-stored', name, ruling);
    recorder.note(phase, 'browser-cookies.store', fact);
    for (const change of changeJar(device, outcome.jar)) {
      recorder.note(phase, 'browser-cookies.store', change);
    }
  }
  // endregion
}

/** The app's page asks by script; the person is already on it. */
function contextOf(
  { clock }: ClientTools,
  url: string,
  method: string,
): CookieContext {
  return {
    url,
    method,
    initiator: APP_ORIGIN,
    topLevelNavigation: false,
    api: 'http',
    now: clock.now(),
  };
}

/** Cookies of other sites are no news: only those of the target's are told. */
function isRelated({ domain }: Cookie, url: string): boolean {
  return registrableDomain(domain) === registrableDomain(canonicalHost(url));
}
