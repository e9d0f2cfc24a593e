import { FINDING_ENTRIES } from '#glossary/findings.ts';
import { FINDING_CODES, findingSource } from '#token/findings.ts';
import { describe, expect, test } from 'vitest';

describe('findings of the token room', () => {
  test('each code has words, and no words are left over', () => {
    expect(Object.keys(FINDING_ENTRIES).toSorted()).toEqual([...FINDING_CODES].toSorted());
  });

  test('each is said to be written where the parser says it is', () => {
    const elsewhere = FINDING_CODES.filter((code) => {
      const own = findingSource(code);
      const { document, section } = FINDING_ENTRIES[code]?.source ?? {};
      return own.document === 'Claimcheck'
        ? document !== 'a term of this app'
        : document !== own.document || section !== own.section;
    });
    expect(elsewhere).toEqual([]);
  });

  test('each says why in one breath, and what to do', () => {
    const silent = Object.entries(FINDING_ENTRIES).filter(
      ([, { says, advice }]) => !/[.!?]$/.test(says) || !/[.!?]$/.test(advice) || advice.length > 160,
    );
    expect(silent).toEqual([]);
  });
});
