import type { CookieContext } from './context.ts';
import type { Cookie, Jar } from './cookie.ts';
import { domainMatch } from './domain-match.ts';
import { pathMatch } from './path-match.ts';
import { allow, bis, refuse, type Ruling } from './ruling.ts';

/**
 * A connection is secure when it is encrypted: `https`. (Browsers also trust
 * http to this very machine; here nobody is on it.)
 */
function isSecure(url: string): boolean {
  const { protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'wss:';
}

/**
 * A Secure cookie can only be set over a secure connection (RFC 6265bis §5.7
 * step 13): else anybody on the line could plant one.
 */
export function checkSecureOrigin(
  cookie: Cookie,
  { url }: CookieContext,
): Ruling {
  if (!cookie.secure) return allow();
  return isSecure(url)
    ? allow(bis('5.6.5'))
    : refuse('cookie-secure-required', bis('5.7'));
}

/**
 * Without a secure connection nobody may lay a cookie over a Secure one (RFC
 * 6265bis §5.7 step 16): one of the same name, whose domain is within the new
 * one's or the other way round, and whose path covers the new one's. A shorter
 * path does no harm and is let through.
 */
export function checkSecureOverlay(
  cookie: Cookie,
  { url }: CookieContext,
  jar: Jar,
): Ruling {
  if (cookie.secure || isSecure(url)) return allow();
  const overlaid = jar.some(
    (old) =>
      old.name === cookie.name &&
      old.secure &&
      (domainMatch(old.domain, cookie.domain).holds ||
        domainMatch(cookie.domain, old.domain).holds) &&
      pathMatch(cookie.path, old.path).holds,
  );
  return overlaid ? refuse('cookie-overwrites-secure', bis('5.7')) : allow();
}

/**
 * A Secure cookie is only sent over a secure connection (RFC 6265bis §5.8.3).
 */
export function checkSecureSending(
  cookie: Cookie,
  { url }: CookieContext,
): Ruling {
  if (!cookie.secure) return allow();
  return isSecure(url)
    ? allow(bis('5.6.5'))
    : refuse('cookie-insecure-channel', bis('5.8.3'));
}
