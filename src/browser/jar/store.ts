import type { CookieContext } from './context.ts';
import { type Cookie, cookieKey, type Jar } from './cookie.ts';
import { readDomain } from './domain-attribute.ts';
import { isExpired, readExpiry } from './expiry.ts';
import { checkScriptOverwriting, checkScriptSetting } from './http-only.ts';
import {
  attributeValues,
  parseSetCookie,
  type SetCookie,
} from './parse-set-cookie.ts';
import { readPath } from './path-attribute.ts';
import { checkPrefix } from './prefixes.ts';
import { allow, bis, firstRefusal, refuse, type Ruling } from './ruling.ts';
import {
  checkCrossSiteSetting,
  checkNoneIsSecure,
  readSameSite,
} from './same-site.ts';
import { checkSecureOrigin, checkSecureOverlay } from './secure.ts';

/** What became of one `Set-Cookie`. */
interface StoreOutcome {
  readonly jar: Jar;
  /** Null where the line could not even be taken apart. */
  readonly name: string | null;
  readonly ruling: Ruling;
  /** Attributes that were too long to count. */
  readonly ignored: SetCookie['ignored'];
}

/**
 * Receives one cookie (RFC 6265bis §5.7). The rules are asked in the draft's
 * order; the first that refuses is the reason. A cookie that is over already
 * removes the one it would replace: `cookie-expired`, and how a server logs a
 * browser out.
 */
export function receiveCookie(
  jar: Jar,
  text: string,
  context: CookieContext,
): StoreOutcome {
  const reading = parseSetCookie(text);
  if (!reading.ok) return { jar, name: null, ruling: reading, ignored: [] };
  const { setCookie } = reading;
  const { name, ignored } = setCookie;
  const { cookie, ruling } = judge(setCookie, context, jar);
  if (!ruling.ok) return { jar, name, ruling, ignored };
  if (isExpired(cookie, context.now)) {
    return {
      jar: without(jar, cookie),
      name,
      ruling: refuse('cookie-expired', ...ruling.cites),
      ignored,
    };
  }
  return { jar: withCookie(jar, cookie), name, ruling, ignored };
}

/**
 * One that replaces another keeps its creation time and its place in the order.
 */
function withCookie(jar: Jar, cookie: Cookie): Jar {
  const index = placeOf(jar, cookie);
  const old = jar[index];
  return old
    ? jar.with(index, { ...cookie, created: old.created })
    : [...jar, cookie];
}

function without(jar: Jar, cookie: Cookie): Jar {
  const index = placeOf(jar, cookie);
  return index < 0 ? jar : jar.toSpliced(index, 1);
}

function placeOf(jar: Jar, cookie: Cookie): number {
  const key = cookieKey(cookie);
  return jar.findIndex((each) => cookieKey(each) === key);
}

function judge(
  setCookie: SetCookie,
  context: CookieContext,
  jar: Jar,
): { cookie: Cookie; ruling: Ruling } {
  const { name, value } = setCookie;
  const { url, now } = context;
  const expiry = readExpiry(setCookie, now);
  const domain = readDomain(setCookie, url);
  const path = readPath(setCookie, url);
  const cookie: Cookie = {
    name,
    value,
    domain: domain.domain,
    hostOnly: domain.hostOnly,
    path: path.path,
    secure: attributeValues(setCookie, 'secure').length > 0,
    httpOnly: attributeValues(setCookie, 'httponly').length > 0,
    sameSite: readSameSite(setCookie),
    expires: expiry.expires,
    created: now,
  };
  const ruling = firstRefusal([
    checkNotEmpty(setCookie),
    expiry.ruling,
    domain.ruling,
    path.ruling,
    checkSecureOrigin(cookie, context),
    checkScriptSetting(cookie, context),
    checkSecureOverlay(cookie, context, jar),
    checkCrossSiteSetting(cookie, context),
    checkNoneIsSecure(cookie),
    checkPrefix(cookie, path.given),
    checkScriptOverwriting(cookie, context, jar),
  ]);
  return { cookie, ruling };
}

/** Neither name nor value: nothing to keep (RFC 6265bis §5.7 step 2). */
function checkNotEmpty({ name, value }: SetCookie): Ruling {
  return name === '' && value === ''
    ? refuse('cookie-empty', bis('5.7'))
    : allow(bis('5.7'));
}
