import { canonicalHost } from './canonical-host.ts';
import type { CookieContext } from './context.ts';
import type { Cookie, Jar } from './cookie.ts';
import { domainMatch } from './domain-match.ts';
import { isExpired } from './expiry.ts';
import { checkScriptReading } from './http-only.ts';
import { pathMatch } from './path-match.ts';
import { allow, bis, firstRefusal, refuse, type Ruling } from './ruling.ts';
import { checkCrossSiteSending } from './same-site.ts';
import { checkSecureSending } from './secure.ts';

const CITE = bis('5.8.3');

interface Considered {
  readonly cookie: Cookie;
  readonly ruling: Ruling;
}

/**
 * Which cookies go along, and why each of the others stays (RFC 6265bis
 * §5.8.3).
 */
export function retrieveCookies(
  jar: Jar,
  context: CookieContext,
): {
  readonly sent: readonly Cookie[];
  readonly considered: readonly Considered[];
} {
  const considered = jar.map((cookie): Considered => ({
    cookie,
    ruling: maySend(cookie, context),
  }));
  const sent = considered
    .filter(({ ruling }) => ruling.ok)
    .map(({ cookie }) => cookie);
  return { sent: sent.toSorted(inSendingOrder), considered };
}

function maySend(cookie: Cookie, context: CookieContext): Ruling {
  return firstRefusal([
    isExpired(cookie, context.now)
      ? refuse('cookie-expired', bis('5.7'))
      : allow(CITE),
    checkHost(cookie, canonicalHost(context.url)),
    checkPath(cookie, new URL(context.url).pathname),
    checkSecureSending(cookie, context),
    checkScriptReading(cookie, context),
    checkCrossSiteSending(cookie, context),
  ]);
}

/**
 * A host-only cookie goes to its very host; one with a Domain to every host
 * within it.
 */
function checkHost(cookie: Cookie, host: string): Ruling {
  if (cookie.hostOnly)
    return host === cookie.domain
      ? allow(CITE)
      : refuse('cookie-host-mismatch', CITE);
  const match = domainMatch(host, cookie.domain);
  return match.holds
    ? allow(match.cite)
    : refuse('cookie-host-mismatch', CITE, match.cite);
}

function checkPath(cookie: Cookie, path: string): Ruling {
  const match = pathMatch(path, cookie.path);
  return match.holds
    ? allow(match.cite)
    : refuse('cookie-path-mismatch', CITE, match.cite);
}

/**
 * Longer paths first; among equal ones the older first, and of those made in
 * one second the one that came first (the sort is stable).
 */
function inSendingOrder(a: Cookie, b: Cookie): number {
  return b.path.length - a.path.length || a.created - b.created;
}
