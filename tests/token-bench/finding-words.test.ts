import { expect, test } from 'vitest';
import { contentFindingEntry } from '#glossary/findings-content.ts';
import { findingEntry } from '#glossary/findings.ts';
import { CLAIM_FINDINGS } from '#token/findings-claims.ts';
import { LINT_FINDINGS } from '#token/findings-lint.ts';
import { FINDING_CODES, findingDetailNames } from '#token/findings.ts';
import { parseToken } from '#token/parse.ts';
import { detailLabel, detailWords, findingSegment, placeWords } from '#token-bench/findings/finding-words.ts';
import { tokenText } from '../anatomy/tokens.ts';

test('every finding has its words', () => {
  expect(FINDING_CODES.filter((code) => findingEntry(code) === null)).toEqual([]);
});

test('every name in a finding’s detail is said in words', () => {
  const names = new Set(FINDING_CODES.flatMap(findingDetailNames));
  expect([...names].filter((name) => detailLabel(name) === null)).toEqual([]);
});

test('a place names its part, its member and the offset', () => {
  const token = parseToken(tokenText('{"a":1,"id":9007199254740993}'));
  const finding = token.findings.find(({ code }) => code === 'number-unsafe-integer');
  expect(finding && placeWords(finding, token)).toBe('Payload, id, offset 16 to 37');
  expect(finding && findingSegment(finding, token)?.name).toBe('payload');
  expect(finding && detailWords(finding)).toEqual([
    { label: 'written', value: '9007199254740993' },
    { label: 'read as', value: '9007199254740992' },
  ]);
});

test('a finding about the whole token has no part', () => {
  const token = parseToken('eyJhbGciOiJIUzI1NiJ9.e30');
  const finding = token.findings.find(({ code }) => code === 'token-segment-count');
  expect(finding && placeWords(finding, token)).toBe('');
});

test('what is found in claims and by lint has its words with the page', () => {
  const codes = [...Object.keys(CLAIM_FINDINGS), ...Object.keys(LINT_FINDINGS)];
  expect(codes.filter((code) => contentFindingEntry(code) === null)).toEqual([]);
});
