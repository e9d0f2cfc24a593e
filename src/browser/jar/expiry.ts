import type { Jar } from './cookie.ts';
import { DATE_CITE, parseCookieDate } from './parse-date.ts';
import { attributeValues, type SetCookie } from './parse-set-cookie.ts';
import { allow, bis, type Ruling } from './ruling.ts';

/**
 * 400 days: no cookie lives longer, whatever it asks for (RFC 6265bis §5.5).
 */
export const MAX_LIFETIME = 400 * 86_400;

const CAP_CITE = bis('5.5');

/** Earlier than any clock here shows. */
const LONG_AGO = 0;

interface ExpiryReading {
  /** Unix seconds; null: until the browser's session is over. */
  readonly expires: number | null;
  readonly ruling: Ruling;
}

/**
 * When the cookie ends (RFC 6265bis §5.7 step 6): Max-Age wins over Expires; of
 * several the last that can be read.
 */
export function readExpiry(setCookie: SetCookie, now: number): ExpiryReading {
  const age = attributeValues(setCookie, 'max-age')
    .map(readMaxAge)
    .findLast(isNumber);
  if (age !== undefined) {
    // Zero or less means long ago: this is how a server removes a cookie. The
    // count begins now, at the browser's own clock.
    const expires = age <= 0 ? LONG_AGO : now + Math.min(age, MAX_LIFETIME);
    return {
      expires,
      ruling:
        age > MAX_LIFETIME
          ? allow(bis('5.6.2'), CAP_CITE)
          : allow(bis('5.6.2')),
    };
  }
  const date = attributeValues(setCookie, 'expires')
    .map(parseCookieDate)
    .findLast(isNumber);
  if (date !== undefined) {
    const latest = now + MAX_LIFETIME;
    const cites = [bis('5.6.1'), DATE_CITE];
    return {
      expires: Math.min(date, latest),
      ruling: date > latest ? allow(...cites, CAP_CITE) : allow(...cites),
    };
  }
  // Neither: a "session cookie", gone when the browser's session is over. That
  // has nothing to do with the server's session.
  return { expires: null, ruling: allow() };
}

/**
 * Digits, or "-" and digits; anything else is ignored. So many digits that no
 * number holds them are just very many seconds.
 */
function readMaxAge(text: string): number | null {
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

function isNumber(value: number | null): value is number {
  return value !== null;
}

/**
 * A cookie is over from its expiry on: a lifetime of 60 seconds ends when 60
 * seconds have passed.
 */
export function isExpired(
  { expires }: { readonly expires: number | null },
  now: number,
): boolean {
  return expires !== null && expires <= now;
}

/**
 * The jar without what has expired: such cookies must go, seen or unseen (RFC
 * 6265bis §5.7). Cookies are evicted for no other reason: the limits on their
 * number (at least 50 a domain, 3000 in all, §6.1) are out of this simulation's
 * reach.
 */
export function evictExpired(jar: Jar, now: number): Jar {
  return jar.some((cookie) => isExpired(cookie, now))
    ? jar.filter((cookie) => !isExpired(cookie, now))
    : jar;
}
