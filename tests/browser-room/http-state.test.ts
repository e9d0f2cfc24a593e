import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CookieContext } from '#browser/jar/context.ts';
import { EMPTY_JAR } from '#browser/jar/cookie.ts';
import { retrieveCookies } from '#browser/jar/retrieve.ts';
import { serializeCookies } from '#browser/jar/serialize.ts';
import { receiveCookie } from '#browser/jar/store.ts';

/** One case of the http-state suite, written for RFC 6265: what is received, and what must go along afterwards. */
interface Case {
  readonly test: string;
  readonly received: readonly string[];
  readonly sent: readonly { readonly name: string; readonly value: string }[];
  readonly 'sent-to'?: string;
}

const VECTORS = new URL('../../../shared/vectors/http-state-parser.json', import.meta.url);
const present = existsSync(VECTORS);
const cases = present ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as readonly Case[]) : [];

/** 1 April 2011: the dates of the suite that should be over are, and those that should not are not. */
const NOW = 1_301_616_000;

const NAMELESS = '§5.6 step 3: a pair without "=" is the value of a cookie without a name, and is kept';
const CONTROLS = '§5.6 step 1: a line with a control character is thrown away, not cut off there';
const AS_WRITTEN = '§5.1.4: paths are compared as written ("%6F" is not "o"); the suite itself disabled this case';
const EMPTY_DOMAIN = '§5.6.3: an empty Domain counts, and as the last one it makes the cookie host-only';

/** What RFC 6265bis made of the cases it changed: the Cookie field that goes along now, and the rule that says so. */
const CHANGED: Readonly<Record<string, readonly [field: string, rule: string]>> = {
  '0004': ['foo', NAMELESS],
  '0021': ['a=b; x; c=d', NAMELESS],
  '0023': ['foo', NAMELESS],
  '0024': ['foo', NAMELESS],
  '0025': ['foo', NAMELESS],
  '0026': ['foo', NAMELESS],
  '0027': ['bar', NAMELESS],
  '0028': ['foo', NAMELESS],
  CHROMIUM0009: ['BLAHHH', NAMELESS],
  CHROMIUM0010: ['"BLA\\"HHH"', NAMELESS],
  CHROMIUM0012: ['ABC', NAMELESS],
  DISABLED_CHROMIUM0022: ['', CONTROLS],
  DISABLED_CHROMIUM0023: ['', CONTROLS],
  DISABLED_PATH0029: ['', AS_WRITTEN],
  MOZILLA0012: ['test="fubar! = foo; five', NAMELESS],
  MOZILLA0014: ['six', NAMELESS],
  MOZILLA0015: ['seven', NAMELESS],
  MOZILLA0016: ['eight', NAMELESS],
  MOZILLA0017: ['eight; test=six', NAMELESS],
  NAME0017: ['a=bar', NAMELESS],
  NAME0023: ['foo', NAMELESS],
  NAME0025: ['==a=bar', NAMELESS],
  NAME0028: ['a', NAMELESS],
  NAME0031: ['"foo', NAMELESS],
  NAME0032: ['"foo\\"bar', NAMELESS],
  NAME0033: ['aaa', NAMELESS],
  OPTIONAL_DOMAIN0042: ['foo=bar', EMPTY_DOMAIN],
};

/** The field that our jar sends after the case's cookies were received. */
function cookieField({ test: name, received, 'sent-to': target }: Case): string {
  const from = `http://home.example.org:8888/cookie-parser?${name}`;
  const jar = received.reduce((held, line) => receiveCookie(held, line, typed(from)).jar, EMPTY_JAR);
  const to = new URL(target ?? `/cookie-parser-result?${name}`, from).href;
  return serializeCookies(retrieveCookies(jar, typed(to)).sent);
}

/** The person opens the page: nothing of SameSite plays a part. */
function typed(url: string): CookieContext {
  return { url, method: 'GET', initiator: null, topLevelNavigation: true, api: 'http', now: NOW };
}

if (!present) console.warn(`SKIPPED: ${VECTORS.pathname} is not there, so the http-state suite did not run.`);

describe.skipIf(!present)('the http-state suite', () => {
  const unchanged = cases.filter((each) => !(each.test in CHANGED)).map((each) => [each.test, each] as const);

  test('is there as a whole', () => {
    expect(cases).toHaveLength(222);
    expect(unchanged).toHaveLength(222 - Object.keys(CHANGED).length);
  });

  test.each(unchanged)('case %s comes out as written', (_, each) => {
    expect(cookieField(each)).toBe(serializeCookies(each.sent));
  });

  test.each(Object.entries(CHANGED))('case %s comes out otherwise: %s', (name, [field, rule]) => {
    const each = cases.find((candidate) => candidate.test === name);
    if (!each) throw new Error(`no case ${name}`);
    expect(rule).toMatch(/^§5/);
    expect(cookieField(each)).toBe(field);
    expect(field, 'RFC 6265 said something else').not.toBe(serializeCookies(each.sent));
  });
});
