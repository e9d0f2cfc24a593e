import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly jws: string;
  readonly result: 'valid' | 'invalid';
}

const FILE = fileURLToPath(new URL('../../../shared/vectors/wycheproof-json_web_signature_test.json', import.meta.url));

function vectors(): readonly Vector[] {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as {
    readonly testGroups: readonly { readonly tests: readonly Vector[] }[];
  };
  return file.testGroups.flatMap(({ tests }) => tests);
}

/** Marked valid because many libraries skip a stray `?`; RFC 7515 §2 has no such character. */
const LENIENT = [372, 373];

describe.skipIf(!existsSync(FILE))('Wycheproof (skipped where its vectors are not beside the project)', () => {
  test('tokens that must verify are well-formed', () => {
    const refused = vectors()
      .filter(({ result, tcId }) => result === 'valid' && !LENIENT.includes(tcId))
      .filter(({ jws }) => formatVerdict(parseToken(jws)).state !== 'well-formed');
    expect(refused).toEqual([]);
  });

  test('tokens that are broken in their format are refused', () => {
    const broken =
      /Missing(?:Signature|Header)|EmptyString|ExtraComponent|ExtraEmpty|[Ii]nvalidCharacter|spacesIn|SpacesIn|JsonSerialization|algIsNone|NoneAlgorithm/;
    const accepted = vectors()
      .filter(({ result, comment }) => result === 'invalid' && broken.test(comment))
      .filter(({ jws }) => {
        const token = parseToken(jws);
        return formatVerdict(token).state === 'well-formed' && token.form !== 'jws-json';
      });
    expect(accepted).toEqual([]);
  });

  test('other spellings of the same bytes are warned about', () => {
    const spare = vectors().find(({ comment }) => comment === 'ModifiedUnusedBitsInPayload');
    const codes = parseToken(spare?.jws ?? '').findings.map(({ code }) => code);
    expect(codes).toContain('base64url-trailing-bits');
  });
});
