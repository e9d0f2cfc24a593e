import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cookie, cookieKey, EMPTY_JAR, type Jar } from '#browser/jar/cookie.ts';
import type { CookieContext } from '#browser/jar/context.ts';
import { MAX_LIFETIME } from '#browser/jar/expiry.ts';
import { parseSetCookie } from '#browser/jar/parse-set-cookie.ts';
import { retrieveCookies } from '#browser/jar/retrieve.ts';
import { scriptView } from '#browser/jar/script-view.ts';
import { receiveCookie } from '#browser/jar/store.ts';
import { byteLength } from '#core/http.ts';
import { NOW, scripted } from './jar-contexts.ts';

const names = fc.constantFrom('a', 'b', '', '__Host-a', '__secure-b', 'PHPSESSID');
const attributes = fc.constantFrom(
  'Path=/',
  'Path=/x',
  'Path',
  'Domain=app.example',
  'Domain=example',
  'Domain=',
  'Secure',
  'HttpOnly',
  'SameSite=None',
  'SameSite=Strict',
  'Max-Age=0',
  'Max-Age=60',
  'Max-Age=999999999',
  'Expires=Mon, 02 Mar 2026 10:00:00 GMT',
);
const cookieLines = fc
  .tuple(names, fc.constantFrom('1', '2', '', 'ä'), fc.array(attributes, { maxLength: 5 }))
  .map(([name, value, list]) => [`${name}=${value}`, ...list].join('; '));
const lines = fc.oneof({ weight: 4, arbitrary: cookieLines }, fc.string({ unit: 'binary' }));

const contexts: fc.Arbitrary<CookieContext> = fc
  .record({
    url: fc.constantFrom(
      'https://app.example/',
      'https://blog.app.example/x/y',
      'http://app.example/x',
      'https://evil.example/',
    ),
    method: fc.constantFrom('GET', 'POST'),
    initiator: fc.constantFrom(null, 'https://app.example', 'https://evil.example'),
    topLevelNavigation: fc.boolean(),
    api: fc.constantFrom('http', 'script'),
    now: fc.integer({ min: NOW, max: NOW + 120 }),
  })
  .map((context) => scripted(context));

const jars = fc
  .array(fc.tuple(lines, contexts), { maxLength: 12 })
  .map((received) => received.reduce<Jar>((jar, [line, context]) => receiveCookie(jar, line, context).jar, EMPTY_JAR));

test('there is never more than one cookie of a key, nor an oversized one, nor one that lives past 400 days', () => {
  fc.assert(
    fc.property(jars, (jar) => {
      expect(new Set(jar.map(cookieKey)).size).toBe(jar.length);
      for (const { name, value, expires, created } of jar) {
        expect(byteLength(name) + byteLength(value)).toBeLessThanOrEqual(4096);
        // `created` may be older than the last change, by as much as the clock went on.
        expect((expires ?? created) - created).toBeLessThanOrEqual(MAX_LIFETIME + 120);
      }
    }),
  );
});

/** What the name and the attributes of a stored cookie promise. */
function keepsItsPromises({ name, secure, hostOnly, path, sameSite, domain }: Cookie): boolean {
  const host = !/^__host-/i.test(name) || (secure && hostOnly && path === '/');
  const needsSecure = /^__secure-/i.test(name) || sameSite === 'None';
  return host && (secure || !needsSecure) && domain.includes('.') && path.startsWith('/');
}

test('what a name or an attribute promises holds of every stored cookie', () => {
  fc.assert(
    fc.property(jars, (jar) => {
      expect(jar.filter((cookie) => !keepsItsPromises(cookie))).toEqual([]);
    }),
  );
});

test('whatever is asked for, every cookie is either sent or withheld for a reason, and only the sent ones are allowed', () => {
  fc.assert(
    fc.property(jars, contexts, (jar, context) => {
      const { sent, considered } = retrieveCookies(jar, context);
      expect(considered.map(({ cookie }) => cookie)).toEqual(jar);
      expect(new Set(sent)).toEqual(new Set(considered.filter(({ ruling }) => ruling.ok).map(({ cookie }) => cookie)));
      for (const { ruling } of considered) expect(ruling.cites.length).toBeGreaterThan(0);
      for (const { secure, expires } of sent) {
        expect(secure && context.url.startsWith('http:')).toBe(false);
        expect(expires === null || expires > context.now).toBe(true);
      }
    }),
  );
});

function httpOnly(jar: Jar): Jar {
  return jar.filter((cookie) => cookie.httpOnly);
}

test('no script ever reads, sets or changes an HttpOnly cookie', () => {
  fc.assert(
    fc.property(jars, lines, contexts, (jar, line, context) => {
      const marked = jar.map((cookie) => (cookie.httpOnly ? { ...cookie, value: 'secret' } : cookie));
      expect(scriptView(marked, context.url, context.now)).not.toContain('secret');
      const after = receiveCookie(marked, line, { ...context, api: 'script' }).jar;
      expect(httpOnly(after)).toEqual(httpOnly(marked));
    }),
  );
});

test('a refused line changes nothing, unless it removes', () => {
  fc.assert(
    fc.property(jars, lines, contexts, (jar, line, context) => {
      const { jar: after, ruling } = receiveCookie(jar, line, context);
      expect(ruling.cites.length).toBeGreaterThan(0);
      const mayChange = ruling.ok || ruling.reason === 'cookie-expired';
      expect(mayChange || after === jar).toBe(true);
    }),
  );
});

test('no line makes the parser throw, and what it keeps has no white space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      const reading = parseSetCookie(line);
      if (!reading.ok) return;
      const { name, value, attributes: list } = reading.setCookie;
      const texts = [name, value, ...list.flatMap((attribute) => [attribute.name, attribute.value])];
      for (const text of texts) expect(text).not.toMatch(/^[ \t]|[ \t]$/);
    }),
  );
});
