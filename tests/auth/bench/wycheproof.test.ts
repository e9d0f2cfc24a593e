import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verdict } from './bench.ts';

interface Suite {
  readonly numberOfTests: number;
  readonly testGroups: readonly Group[];
}

interface Group {
  readonly comment: string;
  readonly public?: object;
  readonly private: object;
  readonly tests: readonly Case[];
}

interface Case {
  readonly tcId: number;
  readonly comment: string;
  readonly jws: string | object;
  readonly result: 'valid' | 'invalid';
}

/** Where the bench comes out otherwise, and why. */
const DISPUTED: Readonly<Record<number, string>> = {
  346: 'the key is for PS256, the token says PS384: a key has one algorithm (RFC 8725 §3.1)',
  350: 'as 346',
  367: 'said to have wrong padding, but it is the token of 357 letter by letter',
  370: 'as 367',
  372: 'a "?" in the header, and called valid: RFC 7515 §2 knows no such letter',
  373: 'as 372, in the payload',
  375: 'spare bits in the payload are a warning; the signature covers the letters as they stand',
};

const file = join(import.meta.dirname, '../../../../shared/vectors/wycheproof-json_web_signature_test.json');
const isThere = existsSync(file);
if (!isThere) console.warn(`NOT RUN: Wycheproof's signatures, since ${file} is missing`);

describe.runIf(isThere)("Wycheproof's signatures", () => {
  const { numberOfTests, testGroups } = JSON.parse(isThere ? readFileSync(file, 'utf8') : '{"testGroups":[]}') as Suite;
  const cases = testGroups.flatMap((group) => group.tests.map((one) => ({ ...one, group })));

  test('all of them are here', () => {
    expect(cases).toHaveLength(numberOfTests);
  });

  test.each(cases)('$tcId $group.comment: $comment is $result', async ({ tcId, jws, result, group }) => {
    const token = typeof jws === 'string' ? jws : JSON.stringify(jws);
    const found = await verdict(token, JSON.stringify(group.public ?? group.private));
    const agrees = (found?.state === 'valid') === (result === 'valid');
    expect(agrees).toBe(!(tcId in DISPUTED));
  });
});
