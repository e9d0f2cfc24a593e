import type { CookieContext } from './context.ts';
import { type Cookie, cookieKey, type Jar } from './cookie.ts';
import { allow, bis, refuse, type Ruling } from './ruling.ts';

/** A script can neither set an HttpOnly cookie (RFC 6265bis §5.7 step 15) … */
export function checkScriptSetting(
  cookie: Cookie,
  { api }: CookieContext,
): Ruling {
  return api === 'script' && cookie.httpOnly
    ? refuse('cookie-http-only', bis('5.7'))
    : allow();
}

/** … nor replace one (step 23) … */
export function checkScriptOverwriting(
  cookie: Cookie,
  { api }: CookieContext,
  jar: Jar,
): Ruling {
  const old = jar.find((each) => cookieKey(each) === cookieKey(cookie));
  return api === 'script' && old?.httpOnly
    ? refuse('cookie-overwrites-http-only', bis('5.7'))
    : allow();
}

/**
 * … nor read one (RFC 6265bis §5.8.3). The browser still attaches it to the
 * requests that the script makes.
 */
export function checkScriptReading(
  cookie: Cookie,
  { api }: CookieContext,
): Ruling {
  if (!cookie.httpOnly) return allow();
  return api === 'script'
    ? refuse('cookie-http-only', bis('5.8.3'))
    : allow(bis('5.6.6'));
}
