import { CLIENT_KEYS } from '#core/credential-names.ts';
import { CLIENT_ACTIONS, EVENT_KINDS, EXCHANGES, PHASES, SERVER_STEPS, STORES } from '#core/events.ts';
import { NETWORK_PROBLEMS, OPERATIONS } from '#core/own-facts.ts';
import { REASONS } from '#core/reasons.ts';
import { SCHEMES } from '#core/schemes.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { AREAS } from '#core/state.ts';
import type { Entry } from '#glossary/entry.ts';
import { CLOSED_FAMILIES, entry, OPEN_FAMILIES } from '#glossary/glossary.ts';
import { FINDING_ENTRIES, findingEntry } from '#glossary/findings.ts';
import { describe, expect, test } from 'vitest';

const FAMILIES = { ...CLOSED_FAMILIES, ...OPEN_FAMILIES, finding: FINDING_ENTRIES };

/** `reason token-expired` and its entry, for every entry there is. */
const all: readonly (readonly [string, Entry])[] = Object.entries(FAMILIES).flatMap(([family, entries]) =>
  Object.entries(entries).map(([key, found]: [string, Entry]) => [`${family} ${key}`, found] as const),
);

/** The entries that break a rule, by name. */
function breaking(keeps: (entry: Entry) => boolean): readonly string[] {
  expect(all.length).toBeGreaterThan(200);
  return all.filter(([, found]) => !keeps(found)).map(([name]) => name);
}

const codeMarks = (text: string): number => text.split('`').length - 1;

describe('every entry', () => {
  test('has a term', () => {
    expect(breaking(({ term }) => term.trim() !== '')).toEqual([]);
  });

  test('is short, in whole sentences', () => {
    expect(breaking(({ says }) => /^[A-Z0-9`].*[.!?]$/.test(says))).toEqual([]);
    expect(breaking(({ says }) => says.length <= 230)).toEqual([]);
  });

  test('leaves no code mark open', () => {
    expect(breaking(({ term, says }) => codeMarks(term) % 2 === 0 && codeMarks(says) % 2 === 0)).toEqual([]);
  });

  test('says where it is written, with a link unless it is a word of our own', () => {
    expect(breaking(({ source }) => source.document !== '' && source.section !== '')).toEqual([]);
    expect(
      breaking(({ source: { document, section, url } }) =>
        document === 'a term of this app' ? section === undefined : /^https:\/\/[^\s]+$/.test(url ?? ''),
      ),
    ).toEqual([]);
  });
});

describe('closed families', () => {
  test.for([
    ['kind', EVENT_KINDS],
    ['action', CLIENT_ACTIONS],
    ['step', SERVER_STEPS],
    ['phase', PHASES],
    ['exchange', EXCHANGES],
    ['store', STORES],
    ['area', AREAS],
    ['reason', REASONS],
    ['setting', SETTING_SPECS.map(({ id }) => id)],
    ['scheme', SCHEMES],
    ['operation', OPERATIONS],
    ['failure', NETWORK_PROBLEMS],
  ] as const)('%s has an entry for every key and no other', ([family, keys]) => {
    expect(Object.keys(CLOSED_FAMILIES[family]).toSorted()).toEqual([...keys].toSorted());
  });
});

describe('looking up', () => {
  test('a key of a closed family answers with its entry', () => {
    expect(entry('phase', 'recognise').term).toBe('Recognise');
    expect(entry('reason', 'token-expired').source).toMatchObject({ document: 'RFC 7519', section: '4.1.4' });
  });

  test('header fields and cookie attributes are found in any case', () => {
    expect(entry('header', 'SET-cookie')?.term).toBe('Set-Cookie');
    expect(entry('cookie-attribute', 'HttpOnly')?.term).toBe('HttpOnly');
  });

  test('claims are case-sensitive, as in a token', () => {
    expect(entry('claim', 'exp')).not.toBeNull();
    expect(entry('claim', 'EXP')).toBeNull();
  });

  test('a page’s own items are explained under the names they are kept under', () => {
    expect(CLIENT_KEYS.filter((key) => entry('client-key', key)?.term !== key)).toEqual([]);
  });

  test('a term nobody registered has no entry', () => {
    expect(entry('header', 'X-Whatever')).toBeNull();
    expect(findingEntry('no-such-finding')).toBeNull();
  });

  test.for(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a claim named %s is only a name', (name) => {
    expect(entry('claim', name)).toBeNull();
  });

  test('a parameter that both kinds of header have is explained for each', () => {
    expect(entry('jws-header', 'alg')?.source.document).toBe('RFC 7515');
    expect(entry('jwe-header', 'alg')?.source.document).toBe('RFC 7516');
    expect(entry('jwe-header', 'x5c')?.source.document).toBe('RFC 7515');
  });

  test('registered claims win over the same name elsewhere', () => {
    expect(entry('claim', 'sub')?.source).toMatchObject({ document: 'RFC 7519', section: '4.1.2' });
  });
});
