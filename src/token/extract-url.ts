import { found, plainSource, type Carrier, type Found, type Source } from './extract-found.ts';
import { repair } from './extract-repairs.ts';
import { isCredentialName } from './extract-shapes.ts';

/** Parameters beyond this many are not looked at. */
const EXAMINED = 2000;

/** `name=value&name=value`, as in a query, a fragment or a form. Values stay percent-encoded. */
export function* findInParameters(
  source: Source,
  from: number,
  to: number,
  carrier: Carrier,
  isInner = false,
): Generator<Found> {
  const { text } = source;
  let examined = 0;
  for (let start = from; start < to && examined < EXAMINED; examined += 1) {
    const ampersand = text.indexOf('&', start);
    const end = ampersand < 0 || ampersand > to ? to : ampersand;
    const equals = text.indexOf('=', start);
    if (equals > start && equals < end) {
      const name = text.slice(start, equals);
      const value = text.slice(equals + 1, end);
      if (value !== '' && (isCredentialName(name) || looksEncodedToken(value))) {
        yield found(source, equals + 1, end, carrier, name);
      } else if (!isInner && ENCODED_LINK.test(value)) yield* findInLink(source, equals + 1, end);
    }
    start = end + 1;
  }
}

/** A `?` or `#`, percent-encoded. */
const ENCODED_LINK = /%(?:25){0,3}(?:3f|23)/i;
const PERCENT = /%[0-9a-f]{2}/gi;

/** A link in a parameter of another, as after a redirect: `next=%2Fcb%3Ftoken%3D…`. One in another, and no deeper. */
function* findInLink(source: Source, start: number, end: number): Generator<Found> {
  const place = { start: source.at(start), end: source.at(end - 1) + 1 };
  let link = source.text.slice(start, end);
  let count = 0;
  for (let round = 0; round < 3 && !isUrl(link); round += 1) {
    count += link.match(PERCENT)?.length ?? 0;
    link = link.replace(PERCENT, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  }
  if (!isUrl(link)) return;
  const undone = repair('percent-encoding', place.start, count, '%');
  for (const inner of findInUrl(plainSource(link), 0, link.length, true)) {
    yield { ...inner, ...place, repairs: [...source.repairs, undone] };
  }
}

const SCHEME = /^(?:bearer|dpop|jwt|token)(?:\+|%(?:25){0,3}20)/i;
const TWO_PERIODS = /^[^.%]*(?:\.|%(?:25){0,3}2e)[^.%]*(?:\.|%(?:25){0,3}2e)/i;

/** `ey…` with two or more periods, plain or percent-encoded, once or more; a scheme may stand before it. */
function looksEncodedToken(value: string): boolean {
  const text = value.replace(SCHEME, '');
  return text.startsWith('ey') && TWO_PERIODS.test(text);
}

const URL_TEXT = /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/|\/)?[^\s"'<>]*[?#][^\s"'<>]*$/i;

/** A URL, a path with a query, or a bare `?query` or `#fragment`. */
export function isUrl(text: string): boolean {
  return URL_TEXT.test(text);
}

/** The parameters of a URL's query and fragment. */
export function* findInUrl(source: Source, from: number, to: number, isInner = false): Generator<Found> {
  const { text } = source;
  const hash = text.indexOf('#', from);
  const fragment = hash < 0 || hash > to ? to : hash;
  const question = text.indexOf('?', from);
  if (question >= 0 && question < fragment) {
    yield* findInParameters(source, question + 1, fragment, 'query', isInner);
  }
  if (fragment >= to) return;
  // A fragment may hold a route before its parameters: #/callback?id_token=…
  const inner = text.indexOf('?', fragment);
  const start = inner >= 0 && inner < to ? inner : fragment;
  yield* findInParameters(source, start + 1, to, 'fragment', isInner);
}
