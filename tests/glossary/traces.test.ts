import type { CarriedCredential, TraceEvent } from '#core/events.ts';
import type { HeaderList } from '#core/http.ts';
import { headerValues } from '#core/http.ts';
import { isJsonObject, type JsonValue } from '#core/json.ts';
import { entry, type OpenFamilyName } from '#glossary/glossary.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { readToken } from '../lessons/facts.ts';
import { allPaths, play } from '../lessons/paths.ts';

/** Every event of every path that anybody can walk through a lesson. */
let events: readonly TraceEvent[] = [];

beforeAll(async () => {
  const all = new Set<TraceEvent>();
  for (const path of LESSONS.flatMap(allPaths)) {
    const { left, right } = await play(path);
    for (const event of [...left.events, ...right.events]) all.add(event);
  }
  events = [...all];
});

interface Message {
  readonly headers: HeaderList;
  readonly body: string;
  readonly credentials: readonly CarriedCredential[];
}

const messages = (): readonly Message[] =>
  events.flatMap((event) =>
    event.kind === 'request' || event.kind === 'response' ? [{ ...event.message, credentials: event.credentials }] : [],
  );

const tokens = (): readonly string[] => [
  ...new Set(
    messages().flatMap(({ credentials }) =>
      // An opaque refresh token has no parts to explain.
      credentials.map(({ text }) => text).filter((text) => text.includes('.')),
    ),
  ),
];

/** The terms of a family that appear and have no entry; and that there were any. */
function missing(family: OpenFamilyName, terms: readonly string[]): readonly string[] {
  expect(terms.length).toBeGreaterThan(0);
  return [...new Set(terms)].filter((term) => entry(family, term) === null);
}

function bodyMembers(body: string): Readonly<Record<string, JsonValue>> {
  const value: unknown = body.startsWith('{') ? JSON.parse(body) : {};
  return isJsonObject(value) ? value : {};
}

describe('everything that appears in any run of any lesson is explained', () => {
  test('header fields', () => {
    expect(
      missing(
        'header',
        messages().flatMap(({ headers }) => headers.map(([name]) => name)),
      ),
    ).toEqual([]);
  });

  test('attributes of cookies', () => {
    const attributes = messages()
      .flatMap(({ headers }) => headerValues(headers, 'Set-Cookie'))
      .flatMap((cookie) => cookie.split('; ').slice(1))
      .map((attribute) => attribute.split('=')[0] ?? '');
    expect(missing('cookie-attribute', attributes)).toEqual([]);
  });

  test('parameters of challenges', () => {
    const parameters = messages()
      .flatMap(({ headers }) => headerValues(headers, 'WWW-Authenticate'))
      .flatMap((challenge) => [...challenge.matchAll(/(\w+)="/g)].map(([, name]) => name ?? ''));
    expect(missing('challenge', parameters)).toEqual([]);
  });

  test('status codes', () => {
    const codes = events.flatMap((event) => (event.kind === 'response' ? [String(event.message.status)] : []));
    expect(missing('status', codes)).toEqual([]);
  });

  test('codes of failures', () => {
    const codes = messages().flatMap(({ body }) => {
      const { error } = bodyMembers(body);
      return typeof error === 'string' ? [error] : [];
    });
    expect(missing('error-code', codes)).toEqual([]);
  });

  test('header parameters of tokens', () => {
    expect(
      missing(
        'jws-header',
        tokens().flatMap((token) => Object.keys(readToken(token).header)),
      ),
    ).toEqual([]);
  });

  test('claims of tokens', () => {
    expect(
      missing(
        'claim',
        tokens().flatMap((token) => Object.keys(readToken(token).claims)),
      ),
    ).toEqual([]);
  });

  test('algorithms', () => {
    const named = events.flatMap((event) => (event.kind === 'crypto' ? [event.algorithm] : []));
    const inTokens = tokens().map((token) => JSON.stringify(readToken(token).header['alg']).slice(1, -1));
    expect(missing('algorithm', [...named, ...inTokens])).toEqual([]);
  });

  test('what the cookie jar notes of a cookie', () => {
    const fields = events.flatMap((event) =>
      event.kind === 'change' && event.area.name === 'cookies' && isJsonObject(event.after)
        ? Object.keys(event.after)
        : [],
    );
    const attributes = fields.filter((field) => !['name', 'value', 'created'].includes(field));
    expect(
      missing(
        'cookie-attribute',
        attributes.map((field) => (field === 'hostOnly' ? 'Host-only' : field)),
      ),
    ).toEqual([]);
  });
});
