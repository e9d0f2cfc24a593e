import { expect, test, vi } from 'vitest';
import { type Bench, createBench } from '#token-bench/bench.ts';
import { openSealed } from '#token-bench/inside/decrypt.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { createReader } from '#token-bench/reading/reader.ts';
import { encodeText } from '#token-bench/samples/encode-text.ts';
import { signSample } from '#token-bench/samples/sign-sample.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { createTestBench, NOW } from './benches.ts';

const SECRET = 'a-string-secret-at-least-256-bits-long';
const signed = () => signSample('{"alg":"HS256"}', `{"sub":"42","exp":${NOW + 60}}`, SECRET);

async function verdictOf({ store }: Bench): Promise<string | undefined> {
  await vi.waitFor(() => expect(store.getState().verification).not.toBeNull(), 10_000);
  return store.getState().verification?.signatures[0]?.verdict.state;
}

test('a paste is read and verified with the key at hand', async () => {
  const bench = createTestBench();
  bench.setKey({ text: SECRET });
  bench.paste(await signed());
  expect(bench.store.getState().reading?.token.form).toBe('jws');
  expect(await verdictOf(bench)).toBe('valid');
});

test('a new paste takes away at once what was said of the one before', async () => {
  const bench = createTestBench();
  bench.setKey({ text: SECRET });
  bench.paste(await signed());
  await verdictOf(bench);
  bench.paste(tokenText('{"sub":"7"}'));
  expect(bench.store.getState().verification).toBeNull();
  expect(await verdictOf(bench)).toBe('invalid');
});

test('an answer for an older key is dropped', async () => {
  const bench = createTestBench();
  bench.paste(await signed());
  bench.setKey({ text: SECRET });
  bench.setKey({ text: 'another' });
  expect(await verdictOf(bench)).toBe('invalid');
  expect(bench.store.getState().verification?.input.text).toBe('another');
});

test('one’s own key stays for the next token, a sample’s goes with it', async () => {
  const bench = createTestBench();
  bench.paste(await signed(), { says: 'Sample.', keyText: SECRET });
  expect(bench.store.getState().key.text).toBe(SECRET);
  bench.paste(tokenText('{"iss":"nobody","jti":"very different from before"}'));
  expect(bench.store.getState().key.text).toBe('');
  bench.setKey({ text: 'mine' });
  bench.paste(await signed());
  expect(bench.store.getState().key.text).toBe('mine');
});

test('a sample that is edited keeps its key and its origin', async () => {
  const bench = createTestBench();
  const token = await signed();
  bench.paste(token, { says: 'Sample.', keyText: SECRET });
  bench.paste(`${token.slice(0, -1)}A`);
  expect(bench.store.getState()).toMatchObject({ origin: 'Sample.', key: { text: SECRET } });
});

test('what was asked for one private key is not asked for the next', () => {
  const bench = createTestBench();
  bench.setKey({ text: 'one' });
  bench.setKey({ usePrivate: true });
  expect(bench.store.getState().key.usePrivate).toBe(true);
  bench.setKey({ text: 'two' });
  expect(bench.store.getState().key.usePrivate).toBe(false);
});

test('a cleared field says nothing of anything', async () => {
  const bench = createTestBench();
  bench.paste(await signed());
  await verdictOf(bench);
  bench.paste('');
  expect(bench.store.getState()).toMatchObject({ pasted: '', reading: null, verification: null, opening: null });
});

test('another of several tokens can be chosen', () => {
  const bench = createTestBench();
  const [one, two] = [tokenText('{"sub":"1"}'), tokenText('{"sub":"2"}')];
  bench.paste(`{"access_token":"${one}","refresh_token":"${two}"}`);
  expect(bench.store.getState().reading?.extraction.candidates).toHaveLength(2);
  bench.choose(1);
  expect(bench.store.getState().reading?.token.text).toBe(two);
});

test('a token inside is opened, and the way back leads to the outer one with its key', () => {
  const bench = createTestBench();
  const inner = tokenText('{"sub":"42"}');
  const outer = `${encodeText('{"alg":"HS256","cty":"JWT"}')}.${encodeText(inner)}.${'A'.repeat(43)}`;
  bench.setKey({ text: 'outer key' });
  bench.paste(outer);
  bench.openInner(inner);
  expect(bench.store.getState()).toMatchObject({ pasted: inner, key: { text: '' } });
  bench.closeInner();
  expect(bench.store.getState()).toMatchObject({ pasted: outer, key: { text: 'outer key' }, outer: [] });
});

test('what the workbench hands over is kept as a sample', () => {
  const bench = createTestBench();
  const token = tokenText('{"sub":"42"}');
  bench.handOver(token);
  bench.paste('something else');
  expect(bench.store.getState().handedOver).toBe(token);
});

test('what verifies may fail to load: that is said, and it is tried again', async () => {
  let isThere = false;
  const bench = createBench({
    reader: createReader(() => {
      throw new Error('no worker here');
    }, readPaste),
    now: () => NOW,
    verify: async (token, key) => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
      return verifyWith(token, key);
    },
    open: openSealed,
  });
  bench.setKey({ text: SECRET });
  bench.paste(await signed());
  await vi.waitFor(() => expect(bench.store.getState().cannotCheck).toBe(true));
  expect(bench.store.getState().verification).toBeNull();
  isThere = true;
  bench.checkAgain();
  expect(await verdictOf(bench)).toBe('valid');
  expect(bench.store.getState().cannotCheck).toBe(false);
});

test('while somebody types, the parts that stay as they are stay the same objects', async () => {
  const bench = createTestBench();
  const token = await signed();
  bench.paste(token);
  const before = bench.store.getState().reading?.token;
  bench.paste(token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')));
  const after = bench.store.getState().reading?.token;
  expect(after?.segments.map((segment, index) => segment === before?.segments[index])).toEqual([true, true, false]);
  expect(after?.form === 'jws' && after.payload).toBe(after?.segments[1]);
  bench.paste(token.replace('.', '.A'));
  const moved = bench.store.getState().reading?.token;
  expect(moved?.segments.map((segment) => before?.segments.includes(segment))).toEqual([true, false, false]);
});

test('what reads may fail to load: that is said, and it is tried again', async () => {
  let isThere = false;
  const bench = createBench({
    reader: createReader(
      () => {
        throw new Error('no worker here');
      },
      async (request) => {
        if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
        return readPaste(request);
      },
    ),
    now: () => NOW,
    verify: verifyWith,
    open: openSealed,
  });
  bench.paste('just some text');
  await vi.waitFor(() => expect(bench.store.getState().cannotRead).toBe(true));
  isThere = true;
  bench.readAgain();
  expect(bench.store.getState().cannotRead).toBe(false);
  await vi.waitFor(() => expect(bench.store.getState().reading?.token.form).toBe('other'));
});
