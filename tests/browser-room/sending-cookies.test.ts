import { describe, expect, test } from 'vitest';
import type { CookieContext } from '#browser/jar/context.ts';
import { evictExpired } from '#browser/jar/expiry.ts';
import { retrieveCookies } from '#browser/jar/retrieve.ts';
import { scriptView } from '#browser/jar/script-view.ts';
import { serializeCookies } from '#browser/jar/serialize.ts';
import type { Reason } from '#core/reasons.ts';
import { jarOf, NOW, PAGE, scripted } from './jar-contexts.ts';

const EVIL = 'https://evil.example';
const BLOG = 'https://blog.app.example';

type Row = readonly [what: string, line: string, request: Partial<CookieContext>, reason: Reason, section: string];

const ROWS: readonly Row[] = [
  ['a host-only cookie to its host', 'a=b', {}, 'ok', '5.8.3'],
  ['a host-only cookie to a host below', 'a=b', { url: BLOG }, 'cookie-host-mismatch', '5.8.3'],
  ['a Domain cookie to a host below', 'a=b; Domain=app.example', { url: BLOG }, 'ok', '5.1.3'],
  ['a Domain cookie to a stranger', 'a=b; Domain=app.example', { url: EVIL }, 'cookie-host-mismatch', '5.1.3'],
  ['any port of the host', 'a=b', { url: 'https://app.example:8443/' }, 'ok', '5.8.3'],
  ['the path itself', 'a=b; Path=/shop', { url: 'https://app.example/shop' }, 'ok', '5.1.4'],
  ['a path below', 'a=b; Path=/shop', { url: 'https://app.example/shop/cart' }, 'ok', '5.1.4'],
  ['a path below a slash', 'a=b; Path=/shop/', { url: 'https://app.example/shop/cart' }, 'ok', '5.1.4'],
  [
    'a path that only begins alike',
    'a=b; Path=/shop',
    { url: 'https://app.example/shopping' },
    'cookie-path-mismatch',
    '5.1.4',
  ],
  ['the path above', 'a=b; Path=/shop', {}, 'cookie-path-mismatch', '5.1.4'],
  ['Secure over https', 'a=b; Secure', {}, 'ok', '5.6.5'],
  [
    'Secure over http',
    'a=b; Secure',
    { url: 'http://app.example/', initiator: 'http://app.example' },
    'cookie-insecure-channel',
    '5.8.3',
  ],
  ['HttpOnly in a request', 'a=b; HttpOnly', {}, 'ok', '5.6.6'],
  ['HttpOnly to a script', 'a=b; HttpOnly', { api: 'script' }, 'cookie-http-only', '5.8.3'],
  ['an old cookie just before its end', 'a=b; Max-Age=60', { now: NOW + 59 }, 'ok', '5.8.3'],
  ['an old cookie at its end', 'a=b; Max-Age=60', { now: NOW + 60 }, 'cookie-expired', '5.7'],
  ['Strict, asked by a sibling', 'a=b; SameSite=Strict', { initiator: BLOG }, 'ok', '5.2'],
  ['Strict, address typed', 'a=b; SameSite=Strict', { initiator: null, topLevelNavigation: true }, 'ok', '5.2'],
  [
    'Strict, link from another site',
    'a=b; SameSite=Strict',
    { initiator: EVIL, topLevelNavigation: true },
    'cookie-cross-site',
    '5.2',
  ],
  ['Lax, link from another site', 'a=b; SameSite=Lax', { initiator: EVIL, topLevelNavigation: true }, 'ok', '5.6.7'],
  [
    'Lax, form that posts from another site',
    'a=b; SameSite=Lax',
    { initiator: EVIL, topLevelNavigation: true, method: 'POST' },
    'cookie-cross-site',
    '5.8.3',
  ],
  ['Lax, script of another site', 'a=b; SameSite=Lax', { initiator: EVIL }, 'cookie-cross-site', '5.2'],
  [
    'Lax, the same site over http',
    'a=b; SameSite=Lax',
    { initiator: 'http://app.example' },
    'cookie-cross-site',
    '5.2',
  ],
  ['no SameSite, script of another site', 'a=b', { initiator: EVIL }, 'cookie-cross-site', '5.2'],
  ['no SameSite, link from another site', 'a=b', { initiator: EVIL, topLevelNavigation: true }, 'ok', '5.6.7'],
  [
    'an unknown SameSite, form of another site',
    'a=b; SameSite=Always',
    { initiator: EVIL, topLevelNavigation: true, method: 'POST' },
    'cookie-cross-site',
    '5.8.3',
  ],
  ['None, script of another site', 'a=b; SameSite=None; Secure', { initiator: EVIL, method: 'POST' }, 'ok', '5.8.3'],
];

describe('sending', () => {
  test.each(ROWS)('%s', (_, line, request, reason, section) => {
    const jar = jarOf([line]);
    const { sent, considered } = retrieveCookies(jar, scripted({ url: 'https://app.example/', ...request }));
    expect(considered.map(({ ruling }) => ruling.reason)).toEqual([reason]);
    expect(considered[0]?.ruling.cites).toContainEqual({ document: 'RFC 6265bis', section });
    expect(sent).toEqual(reason === 'ok' ? jar : []);
  });
});

test('longer paths go first, then the older cookie, then the one that came first', () => {
  const jar = jarOf(
    ['d=4; Path=/', 'e=5; Path=/'],
    scripted({ now: NOW + 9 }),
    jarOf(['c=3; Path=/', 'a=1; Path=/x/y', 'b=2; Path=/x']),
  );
  const { sent } = retrieveCookies(jar, scripted({ url: 'https://app.example/x/y', now: NOW + 9 }));
  expect(serializeCookies(sent)).toBe('a=1; b=2; c=3; d=4; e=5');
});

test('the older cookie goes first wherever it stands in the jar', () => {
  const jar = jarOf(['b=2'], scripted({ now: NOW + 5 })).concat(jarOf(['a=1']));
  expect(serializeCookies(retrieveCookies(jar, scripted({ now: NOW + 9 })).sent)).toBe('a=1; b=2');
});

test('a replaced cookie is not younger than it was', () => {
  const jar = jarOf(
    ['a=new'],
    scripted({ now: NOW + 9 }),
    jarOf(['b=2'], scripted({ now: NOW + 5 }), jarOf(['a=old'])),
  );
  expect(serializeCookies(retrieveCookies(jar, scripted({ now: NOW + 9 })).sent)).toBe('a=new; b=2');
});

test('a cookie without a name is sent as its bare value', () => {
  expect(
    serializeCookies([
      { name: '', value: 'x' },
      { name: 'a', value: '' },
    ]),
  ).toBe('x; a=');
});

test('a script sees every cookie of its page but the HttpOnly ones', () => {
  const jar = jarOf(['theme=dark', 'PHPSESSID=0a; HttpOnly', 'x=1; Path=/elsewhere']);
  expect(scriptView(jar, PAGE, NOW)).toBe('theme=dark');
});

test('what is over leaves the jar, and a jar with nothing to lose stays the very same value', () => {
  const jar = jarOf(['a=1; Max-Age=60', 'b=2']);
  expect(evictExpired(jar, NOW + 59)).toBe(jar);
  expect(evictExpired(jar, NOW + 60).map(({ name }) => name)).toEqual(['b']);
});
