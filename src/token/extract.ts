import { cleanToken } from './extract-clean.ts';
import { findInCurl, isCurl } from './extract-curl.ts';
import { plainSource, type Carrier, type Found } from './extract-found.ts';
import { findInCookies, findInHttp, isCookieText, isHttp } from './extract-http.ts';
import { findInJson, isJsonText } from './extract-json.ts';
import { mergeRepairs, repair, type Repair } from './extract-repairs.ts';
import { isCompactShape } from './extract-shapes.ts';
import { findInText } from './extract-text.ts';
import { findInParameters, findInUrl, isUrl } from './extract-url.ts';
import type { Range } from './findings.ts';
import { scanJson } from './json-scan.ts';
import { jwkOrSet } from './key-material.ts';
import { isJweDocument } from './parse-jwe-json.ts';
import { isJwsDocument } from './parse-jws-json.ts';
import { encodeUtf8 } from './utf8.ts';
import { shown } from './visible.ts';

/** What the whole paste is. */
export type Wrapper = 'none' | 'text' | 'curl' | 'http' | 'json' | 'url' | 'cookies' | 'form';

/** A token that was found in a paste, ready for `parseToken`. */
export interface Candidate {
  readonly text: string;
  /** Where it stands in the pasted text, before any repair. */
  readonly place: Range;
  readonly wrapper: Wrapper;
  readonly carrier: Carrier;
  /** Of the header, cookie, parameter, or the path in the JSON, safe to show. */
  readonly name: string | null;
  /** It has the shape of a compact JWS, JWE or SD-JWT. */
  readonly isCompact: boolean;
  readonly repairs: readonly Repair[];
}

export interface Extraction {
  /** Tokens of compact shape first, each group in the order of the paste; no text twice. Empty for an empty paste. */
  readonly candidates: readonly Candidate[];
  /** How many further candidates there are than are listed. */
  readonly unlisted: number;
}

/** More candidates than this nobody chooses from. */
const LISTED = 50;

/**
 * Takes tokens out of whatever was pasted: a header line, cookies, a curl command, an HTTP message, JSON, a URL, a form, a log,
 * a wrapped or quoted token. Every removal is listed. Total and in linear time, as the parser is. Where nothing is found, the
 * whole paste is the one candidate.
 */
export function extractTokens(pasted: string): Extraction {
  const whole = wholePaste(pasted);
  if (whole.text === '') return { candidates: [], unlisted: 0 };
  if (whole.isCompact || hasStrayPeriods(whole.text) || isKept(pasted)) return { candidates: [whole], unlisted: 0 };

  const { wrapper, found } = findCarried(pasted);
  const carried = found.map((item) => toCandidate(item, wrapper));
  const inText = carried.some(({ isCompact }) => isCompact)
    ? []
    : [...take(findInText(pasted), LISTED * 2)].map((item) =>
        toCandidate(item, wrapper === 'none' ? 'text' : wrapper, pasted.length),
      );
  const all = distinct([...carried, ...inText]);
  if (all.length === 0) return { candidates: [whole], unlisted: 0 };
  const sorted = all.toSorted((a, b) => Number(b.isCompact) - Number(a.isCompact) || a.place.start - b.place.start);
  return { candidates: sorted.slice(0, LISTED), unlisted: Math.max(0, sorted.length - LISTED) };
}

function wholePaste(pasted: string): Candidate {
  const { text, repairs } = cleanToken(pasted, 0);
  const scheme = repairs.find(({ kind }) => kind === 'scheme')?.sample ?? null;
  const isHeader = /^(?:proxy-)?authorization/i.test(scheme ?? '');
  return {
    text,
    place: { start: 0, end: pasted.length },
    wrapper: 'none',
    carrier: isHeader ? 'authorization' : scheme === null ? 'whole' : 'bearer',
    name: null,
    isCompact: isCompactShape(text),
    repairs: mergeRepairs(repairs),
  };
}

/** Periods before or behind a token, and nothing else: no sentence ends there, and with them it is another text. */
function hasStrayPeriods(text: string): boolean {
  const bare = text.replace(/^\.+/, '').replace(/\.{1,3}$/, '');
  return bare.length < text.length && isCompactShape(bare);
}

/** Documents that are themselves what the parser wants: keys, and the JSON serialisations. */
function isKept(pasted: string): boolean {
  const start = pasted.slice(0, 200).trimStart();
  if (start.startsWith('-----BEGIN') || start.startsWith('ssh-')) return true;
  if (!start.startsWith('{')) return false;
  const json = scanJson(encodeUtf8(pasted));
  return isJwsDocument(json) || isJweDocument(json) || jwkOrSet(json) !== null;
}

function findCarried(pasted: string): { wrapper: Wrapper; found: readonly Found[] } {
  const source = plainSource(pasted);
  const end = pasted.length;
  if (isJsonText(pasted)) return { wrapper: 'json', found: [...findInJson(source)] };
  if (isCurl(pasted)) return { wrapper: 'curl', found: [...findInCurl(pasted)] };
  if (isHttp(pasted)) return { wrapper: 'http', found: findInMessage(pasted) };
  const trimmed = pasted.trim();
  const isLine = trimmed.length < 100_000 && !/\s/.test(trimmed);
  if (isLine && isUrl(trimmed)) return { wrapper: 'url', found: [...findInUrl(source, 0, end)] };
  if (isCookieText(pasted)) return { wrapper: 'cookies', found: findInCookies(source, 0, end) };
  if (isLine && /^[\w.-]{1,64}=[^=&]/.test(trimmed)) {
    return { wrapper: 'form', found: [...findInParameters(source, 0, end, 'form')] };
  }
  return { wrapper: 'none', found: [] };
}

function findInMessage(pasted: string): readonly Found[] {
  const { found, body } = findInHttp(plainSource(pasted));
  if (body < 0) return found;
  const rest = plainSource(pasted.slice(body), body);
  const json = [...findInJson(rest)];
  if (json.length > 0) return [...found, ...json];
  const isForm = /^[\w.-]+=\S*\s*$/.test(rest.text.slice(0, 100_000));
  const form = isForm ? [...findInParameters(rest, 0, rest.text.trimEnd().length, 'form')] : [];
  return [...found, ...form];
}

function toCandidate(item: Found, wrapper: Wrapper, surrounding = 0): Candidate {
  const { text, repairs } = cleanToken(item.raw, item.start);
  const outside = surrounding - item.raw.length;
  const around = outside > 0 ? [repair('surrounding-text', 0, outside, '')] : [];
  return {
    text,
    place: { start: item.start, end: item.end },
    wrapper,
    carrier: item.carrier,
    name: item.name === null ? null : shown(item.name),
    isCompact: isCompactShape(text),
    repairs: mergeRepairs([...item.repairs, ...repairs, ...around]),
  };
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const byText = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.text !== '' && !byText.has(candidate.text)) byText.set(candidate.text, candidate);
  }
  return [...byText.values()];
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if ((taken += 1) > count) return;
    yield item;
  }
}
