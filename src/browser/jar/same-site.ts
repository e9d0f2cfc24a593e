import { canonicalHost } from './canonical-host.ts';
import type { CookieContext } from './context.ts';
import type { Cookie, SameSite } from './cookie.ts';
import { attributeValues, type SetCookie } from './parse-set-cookie.ts';
import { registrableDomain } from './public-suffix.ts';
import { allow, bis, type Finding, refuse, type Ruling } from './ruling.ts';

const CITE = bis('5.6.7');

/**
 * The last SameSite counts, in any case. A missing or unknown value is
 * `Default`: enforced like `Lax` (RFC 6265bis §5.6.7).
 */
export function readSameSite(setCookie: SetCookie): SameSite {
  const value = attributeValues(setCookie, 'samesite').at(-1)?.toLowerCase();
  if (value === 'strict') return 'Strict';
  if (value === 'lax') return 'Lax';
  return value === 'none' ? 'None' : 'Default';
}

/**
 * A request is same-site when the page that asks and the target have the scheme
 * and the registrable domain in common, and when nobody but the person asks
 * (RFC 6265bis §5.2). So "blog.app.example" is same-site with "app.example",
 * and http is not with https.
 */
function sameSite({
  url,
  initiator,
}: Pick<CookieContext, 'url' | 'initiator'>): Finding {
  return {
    holds: initiator === null || siteOf(initiator) === siteOf(url),
    cite: bis('5.2'),
  };
}

function siteOf(url: string): string {
  return `${new URL(url).protocol}//${registrableDomain(canonicalHost(url))}`;
}

/**
 * A cookie that wants to travel across sites must be Secure (RFC 6265bis §5.7
 * step 19).
 */
export function checkNoneIsSecure(cookie: Cookie): Ruling {
  if (cookie.sameSite !== 'None') return allow();
  return cookie.secure
    ? allow(CITE)
    : refuse('cookie-same-site-none-insecure', bis('5.7'));
}

/**
 * Another site's request may set only `None` cookies, except by taking the tab
 * to the new page (RFC 6265bis §5.7 step 18).
 */
export function checkCrossSiteSetting(
  cookie: Cookie,
  context: CookieContext,
): Ruling {
  const site = sameSite(context);
  if (
    cookie.sameSite === 'None' ||
    site.holds ||
    (context.api === 'http' && context.topLevelNavigation)
  )
    return allow(CITE);
  return refuse('cookie-cross-site', bis('5.7'), site.cite);
}

/**
 * Across sites a `None` cookie always goes along, `Strict` never, `Lax` and
 * `Default` only where a safe method takes the tab to the new page: a link, but
 * neither a form that posts nor anything a script or a frame fetches (RFC
 * 6265bis §5.8.3). The draft lets browsers send young `Default` cookies with
 * such forms too (§5.6.7.2, Lax-allowing-unsafe); this one does not.
 */
export function checkCrossSiteSending(
  cookie: Cookie,
  context: CookieContext,
): Ruling {
  const site = sameSite(context);
  if (cookie.sameSite === 'None' || site.holds) return allow(site.cite);
  const followsLink =
    context.api === 'http' &&
    context.topLevelNavigation &&
    isSafe(context.method);
  return followsLink && cookie.sameSite !== 'Strict'
    ? allow(CITE)
    : refuse('cookie-cross-site', bis('5.8.3'), site.cite);
}

/** Safe methods only read (RFC 9110 §9.2.1). */
function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
}
