import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSupported } from '#auth/supported-algorithms.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { verdict, verdicts } from './bench.ts';

interface Examples {
  readonly source: string;
  readonly examples: readonly { readonly section?: string; readonly key: object; readonly compact: string }[];
}

interface Rfc7515 extends Examples {
  readonly unsecured: { readonly compact: string };
  readonly general: { readonly text: string };
  readonly flattened: { readonly text: string };
  readonly negative: { readonly compact: string };
}

interface Rfc7520 {
  readonly keys: Readonly<Record<string, object>>;
  readonly payload: string;
  readonly jws: readonly {
    readonly section: string;
    readonly key: string;
    readonly compact?: string;
    readonly general?: object;
    readonly flattened?: object;
    readonly detached?: string;
  }[];
  readonly severalSignatures: { readonly keys: readonly string[]; readonly general: object };
}

function load(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'vectors', name), 'utf8'));
}

const states = async (token: string, key: object, settings = {}): Promise<readonly string[]> => {
  const all = await verdicts(token, JSON.stringify(key), { usePrivate: true, ...settings });
  return all.map(({ state }) => state);
};

describe('RFC 7515, appendix A', () => {
  const { examples, unsecured, general, flattened, negative } = load('rfc7515.json') as Rfc7515;
  const [, rs256, es256] = examples;

  test.each(examples)('$section verifies', async ({ compact, key }) => {
    expect(await states(compact, key)).toEqual(['valid']);
  });

  test('A.5 is unsecured, and no key changes that', async () => {
    expect(await states(unsecured.compact, rs256?.key ?? {})).toEqual(['unsecured']);
  });

  test('A.6 has two signatures, each for its own key', async () => {
    expect(await states(general.text, rs256?.key ?? {})).toEqual(['valid', 'key-mismatch']);
    expect(await states(general.text, es256?.key ?? {})).toEqual(['key-mismatch', 'valid']);
    const both = [rs256, es256].map((example) => example?.key);
    expect(await states(general.text, { keys: both })).toEqual(['valid', 'key-mismatch']);
  });

  test('A.7 is flattened', async () => {
    expect(await states(flattened.text, es256?.key ?? {})).toEqual(['valid']);
  });

  test('E demands an extension that nobody understands', async () => {
    expect(await verdict(negative.compact, 'secret')).toMatchObject({ state: 'invalid', code: 'crit-unknown' });
  });
});

describe('RFC 7520, section 4', () => {
  const { keys, jws, payload, severalSignatures } = load('rfc7520.json') as Rfc7520;

  test.each(
    jws.flatMap(({ section, key, compact, general, flattened }) =>
      [compact, general, flattened]
        .filter((form) => form !== undefined)
        .map((form) => ({ section, key, text: typeof form === 'string' ? form : JSON.stringify(form) })),
    ),
  )('$section verifies with $key', async ({ key, text }) => {
    expect(await states(text, keys[key] ?? {})).toEqual(['valid']);
  });

  const detached = jws.find((example) => example.detached !== undefined);

  test('4.5 verifies once its payload is there', async () => {
    const token = detached?.detached ?? '';
    const key = keys[detached?.key ?? ''] ?? {};
    const parts = { kind: 'encoded', text: payload };
    expect(await states(token, key, { detached: parts })).toEqual(['valid']);
    expect(await verdict(token, JSON.stringify(key))).toEqual({
      state: 'cannot-verify-here',
      reason: 'payload-elsewhere',
    });
    const other = { kind: 'content', bytes: encodeUtf8('other') };
    expect(await states(token, key, { detached: other })).toEqual(['invalid']);
  });

  test('4.8 has three signatures, and each key verifies its own', async () => {
    const text = JSON.stringify(severalSignatures.general);
    const verified = await Promise.all(severalSignatures.keys.map((name) => states(text, keys[name] ?? {})));
    expect(verified.map((row) => row.indexOf('valid'))).toEqual([0, 1, 2]);
    expect(verified.map((row) => row.filter((state) => state === 'valid').length)).toEqual([1, 1, 1]);
  });
});

describe('RFC 8037, appendix A.4', () => {
  const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const token =
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.' +
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';

  test('verifies', async () => {
    expect(await states(token, key)).toEqual(['valid']);
  });
});

describe('RFC 7797, section 4', () => {
  const key = {
    kty: 'oct',
    k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  };
  const content = { kind: 'content', bytes: encodeUtf8('$.02') };
  const signature = 'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY';
  const header = 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19';

  test('4.1 is encoded as ever', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.JC4wMg.5mvfOroL-g7HyqJoozehmsaqmvTYGEq5jTI1gVvoEoQ';
    expect(await states(token, key)).toEqual(['valid']);
  });

  test('4.2 covers the payload as it is, detached or in JSON', async () => {
    expect(await states(`${header}..${signature}`, key, { detached: content })).toEqual(['valid']);
    const flattened = JSON.stringify({ protected: header, payload: '$.02', signature });
    expect(await states(flattened, key)).toEqual(['valid']);
  });

  test('4.2 does not verify with the payload encoded', async () => {
    const encoded = { kind: 'encoded', text: 'JC4wMg' };
    expect(await states(`${header}..${signature}`, key, { detached: encoded })).toEqual(['invalid']);
  });
});

describe('RFC 9964, ML-DSA', async () => {
  const isHere = await isSupported('ML-DSA-44');
  if (!isHere) console.warn('NOT RUN: RFC 9964, since this platform has no ML-DSA');
  const { examples } = load('rfc9964.json') as Examples;

  test.runIf(isHere)('ML-DSA-44 verifies', async () => {
    const [example] = examples;
    expect(await states(example?.compact ?? '', example?.key ?? {})).toEqual(['valid']);
  });
});
