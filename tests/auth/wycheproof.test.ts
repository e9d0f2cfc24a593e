import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifyJws, type JwsVerdict } from '#auth/verify-jws.ts';

/*
 * Google's Wycheproof vectors for JSON Web Signatures, read where they lie beside the project.
 */
const FILE = fileURLToPath(new URL('../../../shared/vectors/wycheproof-json_web_signature_test.json', import.meta.url));

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly jws: string;
  readonly result: 'valid' | 'invalid';
}

interface Group {
  readonly comment: string;
  readonly public?: JWK;
  readonly private: JWK;
  readonly tests: readonly Vector[];
}

/** Where this verifier and the vectors differ, how it comes out here, and why. */
const DISPUTED: Readonly<Record<number, { readonly outcome: JwsVerdict['outcome']; readonly why: string }>> = {
  346: { outcome: 'invalid', why: 'the key says PS256, the token PS384: a key has one algorithm (RFC 8725 §3.1)' },
  347: { outcome: 'invalid', why: 'the key says ES521, which is no algorithm, the token ES512' },
  350: { outcome: 'invalid', why: 'as 346' },
  351: { outcome: 'invalid', why: 'as 347' },
  367: {
    outcome: 'valid',
    why: 'called invalid padding, but the token is the one of vector 357, character by character',
  },
  370: { outcome: 'valid', why: 'as 367' },
  372: { outcome: 'invalid', why: 'called valid with a "?" inside the header: RFC 7515 §2 has no such character' },
  373: { outcome: 'invalid', why: 'as 372, inside the payload' },
};

/** The algorithm that the key is for; keys that name none come with the group’s. */
function algorithmOf({ public: publicKey, private: privateKey }: Group): readonly string[] {
  const { alg } = publicKey ?? privateKey;
  return alg === undefined ? ['RS256', 'ES256'] : [alg];
}

const verify = (group: Group, jws: string): Promise<JwsVerdict> =>
  verifyJws(jws, group.public ?? group.private, algorithmOf(group));

if (!existsSync(FILE)) {
  console.warn(`Wycheproof’s vectors are not there, so nothing is tried against them: ${FILE}`);
}

describe.skipIf(!existsSync(FILE))('the verifier and Wycheproof', () => {
  const groups: readonly Group[] = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { testGroups: readonly Group[] }).testGroups
    : [];
  const vectors = groups.flatMap((group) => group.tests.map((vector) => ({ group, vector })));

  const jws = (id: number): string | undefined => vectors.find(({ vector }) => vector.tcId === id)?.vector.jws;

  test('there are 401 vectors', () => {
    expect(vectors).toHaveLength(401);
  });

  test('agree on every vector that is not disputed', async () => {
    const differing: unknown[] = [];
    for (const { group, vector } of vectors.filter(({ vector: { tcId } }) => !(tcId in DISPUTED))) {
      const { outcome } = await verify(group, vector.jws);
      if ((outcome === 'valid') !== (vector.result === 'valid')) differing.push({ ...vector, outcome });
    }
    expect(differing).toEqual([]);
  });

  test('differ on exactly the disputed ones, for the reasons given', async () => {
    const found: Record<number, JwsVerdict['outcome']> = {};
    for (const { group, vector } of vectors.filter(({ vector: { tcId } }) => tcId in DISPUTED)) {
      const { outcome } = await verify(group, vector.jws);
      expect(outcome === 'valid').not.toBe(vector.result === 'valid');
      found[vector.tcId] = outcome;
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(DISPUTED).map(([id, { outcome }]) => [id, outcome])));
  });

  test('367 and 370 really are the token of 357', () => {
    expect(jws(357)).toBeDefined();
    expect([jws(367), jws(370)]).toEqual([jws(357), jws(357)]);
  });

  test('346, 347, 350 and 351 are genuine once their key is said to be for the algorithm of the token', async () => {
    const outcomes = await Promise.all(
      [346, 347, 350, 351].map(async (id) => {
        const found = vectors.find(({ vector: { tcId } }) => tcId === id);
        if (!found?.group.public) throw new Error(`no vector ${id}`);
        const alg = id % 2 === 0 ? 'PS384' : 'ES512';
        return (await verifyJws(found.vector.jws, { ...found.group.public, alg }, [alg])).outcome;
      }),
    );
    expect(outcomes).toEqual(['valid', 'valid', 'valid', 'valid']);
  });
});
