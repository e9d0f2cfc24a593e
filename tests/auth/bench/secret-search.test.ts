import { describe, expect, test } from 'vitest';
import { searchSecret, type SearchProgress, type SearchResult, type SecretSearch } from '#auth/secret-search.ts';
import { encodeUtf8 } from '#token/utf8.ts';

const input = encodeUtf8('eyJhbGciOiJIUzI1NiJ9.e30');

async function signatureOf(secret: string, hash: string): Promise<Uint8Array> {
  const raw = secret === '' ? new Uint8Array(64) : new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(input)));
}

const words = (count: number): string[] => Array.from({ length: count }, (_, index) => `word${index}`);

async function search(
  order: Partial<SecretSearch> & Pick<SecretSearch, 'words' | 'signature'>,
  onProgress: (progress: SearchProgress) => void = () => {},
): Promise<SearchResult> {
  let ms = 0;
  const now = (): number => (ms += 500);
  const { signal } = new AbortController();
  const running = searchSecret({ alg: 'HS256', input, now, signal, ...order });
  for (;;) {
    const { value, done } = await running.next();
    if (done) return value;
    onProgress(value);
  }
}

describe('the search for a weak secret', () => {
  test.each([
    ['HS256', 'SHA-256'],
    ['HS384', 'SHA-384'],
    ['HS512', 'SHA-512'],
  ] as const)('finds the word of %s', async (alg, hash) => {
    const signature = await signatureOf('word700', hash);
    expect(await search({ alg, words: words(2000), signature })).toMatchObject({
      found: 'word700',
      tried: 701,
      total: 2000,
      isCancelled: false,
    });
  });

  test('finds the empty secret', async () => {
    const signature = await signatureOf('', 'SHA-256');
    expect(await search({ words: ['a', '', 'b'], signature })).toMatchObject({ found: '', tried: 2 });
  });

  test('says that no word fits, and nothing more', async () => {
    const signature = await signatureOf('something else', 'SHA-256');
    expect(await search({ words: words(600), signature })).toMatchObject({
      found: null,
      tried: 600,
      isCancelled: false,
    });
    expect(await search({ words: [], signature })).toMatchObject({ found: null, tried: 0 });
  });

  test('reports how far it is and how fast, by the clock it was given', async () => {
    const seen: SearchProgress[] = [];
    const signature = await signatureOf('x', 'SHA-256');
    await search({ words: words(1200), signature }, (progress) => seen.push(progress));
    expect(seen.map(({ tried }) => tried)).toEqual([512, 1024, 1200]);
    expect(seen.map(({ perSecond }) => perSecond)).toEqual([512 / 0.5, 1024 / 1, 1200 / 1.5]);
  });

  test('stops after the batch in which it is cancelled', async () => {
    const controller = new AbortController();
    const signature = await signatureOf('word1500', 'SHA-256');
    const order = { words: words(2000), signature, signal: controller.signal };
    expect(await search(order, () => controller.abort())).toMatchObject({
      found: null,
      tried: 512,
      isCancelled: true,
    });
  });
});
