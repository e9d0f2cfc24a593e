import { found, type Found, type Source } from './extract-found.ts';
import { repair } from './extract-repairs.ts';
import { isCompactShape, isCredentialName } from './extract-shapes.ts';
import { findInUrl } from './extract-url.ts';

const START_LINE = /^(?:[A-Z]{3,10} \S+ HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? \d{3}(?: .*)?)\r?$/;
/** `Name: value`, also with the marks that `curl -v` puts before it. */
const HEADER_LINE = /^(?:[<>*] ?)?(:?[A-Za-z][\w-]{0,63})[ \t]*:[ \t]*(\S.*)$/;
/** Header lines beyond this many are not read. */
const LINES = 10_000;
const AUTHORIZATION = /^(?:proxy-)?authorization$/i;

/** A header line or a whole message: something in it names itself as one. */
export function isHttp(text: string): boolean {
  const first = (text.trimStart().slice(0, 4096).split('\n', 1)[0] ?? '').trimEnd();
  return START_LINE.test(first.replace(/^[<>*] /, '')) || isHeaderLine(first);
}

function isHeaderLine(line: string): boolean {
  const name = HEADER_LINE.exec(line)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return KNOWN_HEADERS.has(name) || name.startsWith('x-') || isCredentialName(name);
}

const KNOWN_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'host',
  'accept',
  'content-type',
  'user-agent',
  'date',
  'session-id',
  'dpop',
  ':authority',
  ':method',
  ':path',
]);

export interface HttpParts {
  readonly found: readonly Found[];
  /** Where the body begins, -1 if there is none. */
  readonly body: number;
}

/** Reads the start line and the header lines of a source, up to the empty line. */
export function findInHttp(source: Source): HttpParts {
  const { text } = source;
  const results: Found[] = [];
  let lines = 0;
  for (let start = 0; start < text.length && lines < LINES; lines += 1) {
    const { end, next, folds } = logicalLine(text, start);
    const line = text.slice(start, end);
    if (line.trim() === '' && start > 0) return { found: results, body: next };
    if (START_LINE.test(line.replace(/^[<>*] /, ''))) {
      results.push(...findInUrl(source, start, end));
    } else {
      results.push(...findInHeaderLine(withFolds(source, start, folds), start, end));
    }
    start = next;
  }
  return { found: results, body: -1 };
}

/** A line together with its continuations, which begin with a blank (RFC 9112 §5.2, obsolete). */
function logicalLine(text: string, start: number) {
  let folds = 0;
  for (let from = start; ; folds += 1) {
    const newline = text.indexOf('\n', from);
    if (newline < 0) return { end: text.length, next: text.length, folds };
    const following = text.charAt(newline + 1);
    const isFolded = following === ' ' || following === '\t';
    if (!isFolded) return { end: newline, next: newline + 1, folds };
    from = newline + 1;
  }
}

function withFolds(source: Source, start: number, folds: number): Source {
  if (folds === 0) return source;
  const undone = repair('header-folding', source.at(start), folds, '\n ');
  return { ...source, repairs: [...source.repairs, undone] };
}

/** One `Name: value` in a source, from `start` to `end`. */
export function findInHeaderLine(source: Source, start: number, end: number): readonly Found[] {
  const line = source.text
    .slice(start, end)
    .trimEnd()
    .replaceAll(/[\r\n]/g, ' ');
  const [, name, value] = HEADER_LINE.exec(line) ?? [];
  if (name === undefined || value === undefined) return [];
  const stop = start + line.length;
  const from = stop - value.length;
  const lower = name.toLowerCase();
  if (lower === 'cookie') return findInCookies(source, from, stop);
  if (lower === 'set-cookie') return findInSetCookie(source, from, stop);
  if (AUTHORIZATION.test(name)) return findInAuthorization(source, from, stop, name);
  const isToken = isCompactShape(value.trim()) || /^(?:bearer|dpop) /i.test(value);
  const isCredential = isToken || isCredentialName(name) || lower === 'session-id' || lower === 'dpop';
  return isCredential ? [found(source, from, stop, 'header', name)] : [];
}

/** The credentials behind the scheme (RFC 9110 §11.4); `Basic` carries a password, not a token. */
function findInAuthorization(source: Source, from: number, end: number, name: string): readonly Found[] {
  const value = source.text.slice(from, end);
  if (/^basic\s/i.test(value)) return [];
  const [scheme = ''] = /^[A-Za-z][\w-]*\s+(?=\S)/.exec(value) ?? [];
  const isKnown = /^(?:bearer|dpop|jwt|token)\s/i.test(scheme);
  if (isKnown) return [found(source, from, end, 'authorization', name)];
  return [found(source, from + scheme.length, end, 'authorization', name)];
}

/** `a=1; b=2` (RFC 6265bis §4.2.1): those that look like credentials, else all of them. */
export function findInCookies(source: Source, from: number, end: number): readonly Found[] {
  const all: Found[] = [];
  for (let start = from; start < end && all.length < 200;) {
    const semicolon = source.text.indexOf(';', start);
    const stop = semicolon < 0 || semicolon > end ? end : semicolon;
    const cookie = findCookie(source, start, stop, 'cookie');
    if (cookie !== null) all.push(cookie);
    start = stop + 1;
  }
  const likely = all.filter(({ name, raw }) => isCredentialName(name ?? '') || isCompactShape(raw.trim()));
  return likely.length > 0 ? likely : all;
}

/** The cookie alone, without its attributes. */
function findInSetCookie(source: Source, from: number, end: number): readonly Found[] {
  const semicolon = source.text.indexOf(';', from);
  const stop = semicolon < 0 || semicolon > end ? end : semicolon;
  const cookie = findCookie(source, from, stop, 'set-cookie');
  return cookie === null ? [] : [cookie];
}

function findCookie(source: Source, start: number, stop: number, carrier: 'cookie' | 'set-cookie'): Found | null {
  const equals = source.text.indexOf('=', start);
  if (equals < 0 || equals >= stop) return null;
  const name = source.text.slice(start, equals).trim();
  const value = found(source, equals + 1, stop, carrier, name);
  return name === '' || value.raw.trim() === '' ? null : value;
}

/** `a=1; b=2` or `a=1; Path=/; HttpOnly`, without the header's name. */
export function isCookieText(text: string): boolean {
  return /^\s*[\w!#$%&'*.^`|~+-]{1,64}=[^;\s]*(?:;\s*[\w!#$%&'*.^`|~+-]{1,64}(?:=[^;]*)?)+;?\s*$/.test(text);
}
