import { found, type Carrier, type Found, type Source } from './extract-found.ts';
import { isCredentialName } from './extract-shapes.ts';

/** Parameters beyond this many are not looked at. */
const EXAMINED = 2000;

/** `name=value&name=value`, as in a query, a fragment or a form. Values stay percent-encoded. */
export function* findInParameters(source: Source, from: number, to: number, carrier: Carrier): Generator<Found> {
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
      }
    }
    start = end + 1;
  }
}

/** `ey…` with two or more periods, plain or percent-encoded. */
function looksEncodedToken(value: string): boolean {
  return value.startsWith('ey') && /^[^.%]*(?:\.|%2e)[^.%]*(?:\.|%2e)/i.test(value);
}

const URL_TEXT = /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/|\/)?[^\s"'<>]*[?#][^\s"'<>]*$/i;

/** A URL, a path with a query, or a bare `?query` or `#fragment`. */
export function isUrl(text: string): boolean {
  return URL_TEXT.test(text);
}

/** The parameters of a URL's query and fragment. */
export function* findInUrl(source: Source, from: number, to: number): Generator<Found> {
  const { text } = source;
  const hash = text.indexOf('#', from);
  const fragment = hash < 0 || hash > to ? to : hash;
  const question = text.indexOf('?', from);
  if (question >= 0 && question < fragment) {
    yield* findInParameters(source, question + 1, fragment, 'query');
  }
  if (fragment >= to) return;
  // A fragment may hold a route before its parameters: #/callback?id_token=…
  const inner = text.indexOf('?', fragment);
  const start = inner >= 0 && inner < to ? inner : fragment;
  yield* findInParameters(source, start + 1, to, 'fragment');
}
