import { describe, expect, test } from 'vitest';
import type { CookieContext } from '#browser/jar/context.ts';
import { EMPTY_JAR } from '#browser/jar/cookie.ts';
import { receiveCookie } from '#browser/jar/store.ts';
import type { Reason } from '#core/reasons.ts';
import { jarOf, NOW, scripted } from './jar-contexts.ts';

const HTTP = scripted({ url: 'http://app.example/', initiator: 'http://app.example' });
const ADDRESS = scripted({ url: 'https://10.0.0.1/', initiator: 'https://10.0.0.1' });
const SCRIPT = scripted({ api: 'script' });
const FROM_EVIL = scripted({ initiator: 'https://evil.example' });
const FROM_BLOG = scripted({ initiator: 'https://blog.app.example' });
const LINK_FROM_EVIL = scripted({ initiator: 'https://evil.example', topLevelNavigation: true });
const BLOG = scripted({ url: 'https://blog.app.example/', initiator: 'https://blog.app.example' });

type Row = readonly [what: string, line: string, reason: Reason, section: string, context?: CookieContext];

const ROWS: readonly Row[] = [
  ['PHP’s session cookie', 'PHPSESSID=0a; Path=/; HttpOnly; Secure; SameSite=Lax', 'ok', '5.7'],
  ['neither name nor value', '=; Path=/', 'cookie-empty', '5.7'],
  ['an empty line', '', 'cookie-empty', '5.7'],
  ['a control character in the value', 'a=b\u0001', 'cookie-control-character', '5.6'],
  ['a control character in an attribute', 'a=b; x=\u007f', 'cookie-control-character', '5.6'],
  ['a tab, the one control character allowed', 'a=b\tc', 'ok', '5.7'],
  ['4096 octets of name and value', `ab=${'x'.repeat(4094)}`, 'ok', '5.7'],
  ['4097 octets of name and value', `ab=${'x'.repeat(4095)}`, 'cookie-too-large', '5.6'],
  ['4098 octets in 2049 letters', `a=${'ä'.repeat(2048)}x`, 'cookie-too-large', '5.6'],
  ['a Domain the host lies within', 'a=b; Domain=app.example', 'ok', '5.6.3', BLOG],
  ['a Domain of a sibling', 'a=b; Domain=blog.app.example', 'cookie-domain-mismatch', '5.1.3'],
  ['a Domain of a stranger', 'a=b; Domain=evil.example', 'cookie-domain-mismatch', '5.1.3'],
  ['a Domain that only ends alike', 'a=b; Domain=pp.example', 'cookie-domain-mismatch', '5.1.3'],
  ['a Domain with a letter beyond ASCII', 'a=b; Domain=äpp.example', 'cookie-domain-mismatch', '5.6.3'],
  ['a Domain that is a public suffix', 'a=b; Domain=example', 'cookie-public-suffix', '5.7'],
  ['a public suffix behind a dot', 'a=b; Domain=.example', 'cookie-public-suffix', '5.7'],
  ['the end of an address as Domain', 'a=b; Domain=0.0.1', 'cookie-domain-mismatch', '5.1.3', ADDRESS],
  ['Secure over http', 'a=b; Secure', 'cookie-secure-required', '5.7', HTTP],
  ['SameSite=None without Secure', 'a=b; SameSite=None', 'cookie-same-site-none-insecure', '5.7'],
  ['SameSite=None with Secure', 'a=b; SameSite=None; Secure', 'ok', '5.6.7'],
  ['__Secure- without Secure', '__Secure-a=b', 'cookie-prefix', '5.4'],
  ['__Secure- with Secure', '__Secure-a=b; Secure', 'ok', '5.4'],
  ['__SECURE- in capitals, without Secure', '__SECURE-a=b', 'cookie-prefix', '5.4'],
  ['__Host- as it must be', '__Host-a=b; Secure; Path=/', 'ok', '5.4'],
  ['__host- in small letters, without Secure', '__host-a=b; Path=/', 'cookie-prefix', '5.4'],
  ['__Host- with a Domain', '__Host-a=b; Secure; Path=/; Domain=app.example', 'cookie-prefix', '5.4'],
  ['__Host- with a longer path', '__Host-a=b; Secure; Path=/x', 'cookie-prefix', '5.4'],
  ['__Host- with "/" only by default', '__Host-a=b; Secure', 'cookie-prefix', '5.4'],
  ['a nameless value disguised as __Host-', '=__Host-a=b; Secure; Path=/', 'cookie-prefix', '5.4'],
  ['HttpOnly by script', 'a=b; HttpOnly', 'cookie-http-only', '5.7', SCRIPT],
  ['a plain cookie by script', 'a=b', 'ok', '5.7', SCRIPT],
  ['a default cookie for another site’s script', 'a=b', 'cookie-cross-site', '5.2', FROM_EVIL],
  ['a None cookie for another site’s script', 'a=b; SameSite=None; Secure', 'ok', '5.7', FROM_EVIL],
  ['a Strict cookie when the tab comes here', 'a=b; SameSite=Strict', 'ok', '5.7', LINK_FROM_EVIL],
  ['a Lax cookie for a sibling’s script', 'a=b; SameSite=Lax', 'ok', '5.7', FROM_BLOG],
  ['an Expires in the past', 'a=b; Expires=Thu, 01 Jan 1970 00:00:01 GMT', 'cookie-expired', '5.6.1'],
  ['a Max-Age of nothing', 'a=b; Max-Age=0', 'cookie-expired', '5.6.2'],
];

describe('receiving', () => {
  const rows = ROWS.map(([what, line, reason, section, context = scripted()]) => ({
    what,
    line,
    reason,
    section,
    context,
  }));

  test.each(rows)('$what', ({ line, reason, section, context }) => {
    const { ruling, jar } = receiveCookie(EMPTY_JAR, line, context);
    expect(ruling.reason).toBe(reason);
    expect(ruling.ok).toBe(reason === 'ok');
    expect(ruling.cites).toContainEqual({ document: 'RFC 6265bis', section });
    expect(jar).toHaveLength(reason === 'ok' ? 1 : 0);
  });
});

test('a cookie without attributes is for its host alone, for the page’s folder, for scripts too, and for the browser’s session', () => {
  const [cookie] = jarOf(['theme=dark'], scripted({ url: 'https://app.example/shop/cart/item?x=/y' }));
  expect(cookie).toEqual({
    name: 'theme',
    value: 'dark',
    domain: 'app.example',
    hostOnly: true,
    path: '/shop/cart',
    secure: false,
    httpOnly: false,
    sameSite: 'Default',
    expires: null,
    created: NOW,
  });
});

test('of several attributes of a name the last counts, in any spelling', () => {
  const [cookie] = jarOf(['a=b; PATH=/x; path=/y; samesite=strict; SameSite=LAX; max-age=5; Max-Age=7']);
  expect(cookie).toMatchObject({ path: '/y', sameSite: 'Lax', expires: NOW + 7 });
});

describe('the end of a cookie', () => {
  const DAYS_400 = 400 * 86_400;
  test.each([
    ['Max-Age over Expires', 'Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=60', NOW + 60, '5.6.2'],
    ['Max-Age over Expires in whatever order', 'Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:01 GMT', NOW + 60, '5.6.2'],
    ['the last readable Max-Age', 'Max-Age=60; Max-Age=6e9; Max-Age=+5; Max-Age=-', NOW + 60, '5.6.2'],
    ['400 days at most, by Max-Age', `Max-Age=${'9'.repeat(400)}`, NOW + DAYS_400, '5.5'],
    ['400 days at most, by Expires', 'Expires=Fri, 31 Dec 9999 23:59:59 GMT', NOW + DAYS_400, '5.5'],
    ['the readable Expires', 'Expires=Mon, 02 Mar 2026 10:00:00 GMT; Expires=soon', NOW + 3_600, '5.1.1'],
    ['the browser’s session', 'Expires=soon; Max-Age=', null, '5.7'],
  ])('is %s', (_, attributes, expires, section) => {
    const { jar, ruling } = receiveCookie(EMPTY_JAR, `a=b; ${attributes}`, scripted());
    expect(jar[0]?.expires).toBe(expires);
    expect(ruling.cites).toContainEqual({ document: 'RFC 6265bis', section });
  });
});

test('an attribute longer than 1024 octets is as if it were not there, and is told', () => {
  const line = `a=b; Path=/${'x'.repeat(1024)}; Domain=app.example`;
  const { jar, ignored } = receiveCookie(EMPTY_JAR, line, scripted());
  expect(jar[0]).toMatchObject({ path: '/', hostOnly: false });
  expect(ignored).toMatchObject([{ attribute: 'path', ruling: { reason: 'cookie-attribute-too-large' } }]);
});

test('an attribute of 1024 octets counts', () => {
  const path = `/${'x'.repeat(1023)}`;
  expect(jarOf([`a=b; Path=${path}`])[0]?.path).toBe(path);
});

describe('a cookie that is there already', () => {
  test('is replaced, and keeps its creation time and its place', () => {
    const jar = jarOf(['a=1', 'b=2']);
    const after = jarOf(['a=3; HttpOnly'], scripted({ now: NOW + 50 }), jar);
    expect(after).toMatchObject([
      { name: 'a', value: '3', httpOnly: true, created: NOW },
      { name: 'b', created: NOW },
    ]);
  });

  test('is removed by one that is over already', () => {
    const jar = jarOf(['PHPSESSID=0a; Path=/; HttpOnly; Secure', 'b=2']);
    const outcome = receiveCookie(
      jar,
      'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/',
      scripted(),
    );
    expect(outcome.jar.map(({ name }) => name)).toEqual(['b']);
    expect(outcome.ruling).toMatchObject({ ok: false, reason: 'cookie-expired' });
  });

  test('stays beside one of another path, and beside one with a Domain', () => {
    const jar = jarOf(['a=1', 'a=2; Path=/x', 'a=3; Domain=app.example']);
    expect(jar.map(({ value }) => value)).toEqual(['1', '2', '3']);
  });

  test('is never replaced by a script when it is HttpOnly', () => {
    const jar = jarOf(['a=1; HttpOnly']);
    const outcome = receiveCookie(jar, 'a=2', SCRIPT);
    expect(outcome).toMatchObject({ jar, ruling: { reason: 'cookie-overwrites-http-only' } });
  });

  test('is never overlaid without a secure connection when it is Secure, unless by a shorter path', () => {
    const jar = jarOf(['a=1; Secure; Path=/login']);
    const reasonOf = (line: string): Reason => receiveCookie(jar, line, HTTP).ruling.reason;
    expect(reasonOf('a=2; Path=/login')).toBe('cookie-overwrites-secure');
    expect(reasonOf('a=2; Path=/login/en; Domain=app.example')).toBe('cookie-overwrites-secure');
    expect(reasonOf('a=2; Path=/')).toBe('ok');
    expect(reasonOf('b=2; Path=/login')).toBe('ok');
  });
});

test('receiving leaves the jar it was given as it was', () => {
  const jar = jarOf(['a=1']);
  const before = structuredClone(jar);
  jarOf(['a=2', 'a=3; Max-Age=0', 'b=1'], scripted(), jar);
  expect(jar).toEqual(before);
});
