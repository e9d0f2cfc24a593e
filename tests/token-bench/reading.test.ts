import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { alignToken, tokenOffset } from '#token-bench/reading/alignment.ts';
import { isEdit } from '#token-bench/reading/is-edit.ts';
import { type PackedReading, packReading, transferables, unpackReading } from '#token-bench/reading/parcel.ts';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { readPlain } from '#token-bench/reading/read-plain.ts';
import type { Reading } from '#token-bench/reading/reading.ts';
import { createReader, type ReadOrder, type ReadReport } from '#token-bench/reading/reader.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { NOW } from './benches.ts';

function read(pasted: string, chosen = 0): Reading {
  return readPaste({ pasted, chosen, now: NOW });
}

const TOKEN = tokenText('{"sub":"42","exp":1795303600}');

test('a token alone stands in the paste as it is', () => {
  const [candidate] = read(TOKEN).extraction.candidates;
  expect(candidate && alignToken(TOKEN, candidate)).toEqual([{ start: 0, length: TOKEN.length, pasted: 0 }]);
});

test('a token in a header line is found behind its scheme', () => {
  const pasted = `Authorization: Bearer ${TOKEN}`;
  const [candidate] = read(pasted).extraction.candidates;
  const alignment = candidate ? alignToken(pasted, candidate) : [];
  expect(alignment).toEqual([{ start: 0, length: TOKEN.length, pasted: 22 }]);
  expect(tokenOffset(alignment, 22)).toBe(0);
  expect(tokenOffset(alignment, 21)).toBe(-1);
});

test('a wrapped token is found line by line', () => {
  const pasted = TOKEN.replaceAll(/.{40}/g, '$&\n');
  const [candidate] = read(pasted).extraction.candidates;
  const alignment = candidate ? alignToken(pasted, candidate) : [];
  expect(alignment.length).toBeGreaterThan(1);
  const rebuilt = alignment.map(({ pasted: at, length }) => pasted.slice(at, at + length)).join('');
  expect(rebuilt).toBe(TOKEN);
});

test('a percent-encoded token has no place of its own', () => {
  const pasted = `https://app.example/?token=${TOKEN.replaceAll('.', '%2E')}`;
  const [candidate] = read(pasted).extraction.candidates;
  expect(candidate?.text).toBe(TOKEN);
  expect(candidate && alignToken(pasted, candidate)).toEqual([]);
});

test.each([
  ['a letter changed', TOKEN, `${TOKEN.slice(0, 30)}X${TOKEN.slice(31)}`, true],
  ['a few letters more', TOKEN, `${TOKEN}abc`, true],
  ['another token of the same header', TOKEN, tokenText('{"iss":"someone else altogether","jti":"1"}'), false],
  ['the first text', '', TOKEN, false],
  ['everything deleted', TOKEN, '', false],
])('%s: is an edit: %s', (_, before, after, expected) => {
  expect(isEdit(before, after)).toBe(expected);
});

/** What a message to another thread leaves of a reading. */
function sent(packed: PackedReading): PackedReading {
  return structuredClone(packed, { transfer: transferables(packed) });
}

function outlineOf(tree: JsonTree | null) {
  if (tree === null) return null;
  const nodes = Array.from({ length: tree.size }, (_, node) => ({
    kind: tree.kind(node),
    name: tree.name(node),
    literal: tree.literal(node),
    parent: tree.parent(node),
    end: tree.subtreeEnd(node),
    children: tree.childCount(node),
    member: tree.memberRange(node),
    lost: tree.isShadowed(node),
  }));
  return { nodes, faults: tree.faults, depth: tree.depth };
}

test('a reading survives the way between two threads, its trees included', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, noise) => {
      const pasted = tokenText(`{"a":${JSON.stringify(value)},"a":"é${noise.replaceAll(/["\\]/g, '')}",`);
      const before = read(pasted);
      const expected = before.token.segments.map(({ json }) => outlineOf(json));
      const after = unpackReading(sent(packReading(before, pasted)), pasted);
      expect(after.token.segments.map(({ json }) => outlineOf(json))).toEqual(expected);
    }),
  );
});

test('what stands in the paste does not travel with the reading, and is there again afterwards', () => {
  const pasted = `Authorization: Bearer ${TOKEN}`;
  const packed = packReading(read(pasted), pasted);
  expect(JSON.stringify(packed)).not.toContain(TOKEN.slice(0, 20));
  const bytes = packed.reading.token.segments.map((segment) => segment.bytes.buffer);
  const after = unpackReading(sent(packed), pasted);
  expect(bytes.map(({ byteLength }) => byteLength)).toEqual([0, 0, 0]);
  const before = read(pasted);
  expect(after.extraction).toEqual(before.extraction);
  expect(after.token.text).toBe(TOKEN);
  expect(after.token.segments.map(({ text, base64url }) => [text, base64url?.text])).toEqual(
    before.token.segments.map(({ text, base64url }) => [text, base64url?.text]),
  );
});

test('a text that was changed to be read travels with the reading', () => {
  const pasted = TOKEN.replaceAll(/.{40}/g, '$&\n');
  const after = unpackReading(sent(packReading(read(pasted), pasted)), pasted);
  expect(after.token.text).toBe(TOKEN);
  expect(after.extraction).toEqual(read(pasted).extraction);
});

test('parts that a token mentions twice stay the same part on the way', () => {
  const after = unpackReading(sent(packReading(read(TOKEN), TOKEN)), TOKEN);
  expect(after.token.form === 'jws' && after.token.payload).toBe(after.token.segments[1]);
  expect(after.token.form === 'jws' && after.token.payload.json?.rootString('sub')).toBe('42');
});

/** A worker that answers when it is told to. */
function heldWorker() {
  const orders: ReadOrder[] = [];
  const listeners = new Map<string, (event: { data: ReadReport }) => void>();
  return {
    orders,
    worker: {
      postMessage: (order: ReadOrder) => orders.push(order),
      addEventListener: (type: string, listener: (event: { data: ReadReport }) => void) =>
        listeners.set(type, listener),
    },
    answer: (index: number) => {
      const order = orders[index];
      if (!order) throw new Error(`no order ${index}`);
      listeners.get('message')?.({
        data: { id: order.id, packed: sent(packReading(readPaste(order.request), order.request.pasted)) },
      });
    },
    fail: () => listeners.get('error')?.({ data: { id: 0, packed: packReading(read(''), '') } }),
  };
}

const LONG = tokenText(`{"sub":"${'x'.repeat(9000)}"}`);

function request(pasted: string) {
  return { pasted, chosen: 0, now: NOW };
}

test('a short paste is read at once, without a worker', () => {
  const done = vi.fn<(reading: Reading) => void>();
  createReader(() => {
    throw new Error('asked for a worker');
  }, readPaste).read(request(TOKEN), done);
  expect(done).toHaveBeenCalledOnce();
});

test('of two long pastes only the later one is answered, in whatever order the answers come', () => {
  const held = heldWorker();
  const reader = createReader(() => held.worker as never, readPaste);
  const first = vi.fn<(reading: Reading) => void>();
  const second = vi.fn<(reading: Reading) => void>();
  reader.read(request(LONG), first);
  reader.read(request(`${LONG}A`), second);
  held.answer(1);
  held.answer(0);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect(second.mock.calls[0]?.[0].token.text).toBe(`${LONG}A`);
});

test('a short paste overtakes a long one', () => {
  const held = heldWorker();
  const reader = createReader(() => held.worker as never, readPaste);
  const long = vi.fn<(reading: Reading) => void>();
  reader.read(request(LONG), long);
  reader.read(request(TOKEN), () => undefined);
  held.answer(0);
  expect(long).not.toHaveBeenCalled();
});

test('where there is no worker, or it breaks, a long paste is read all the same', () => {
  const without = vi.fn<(reading: Reading) => void>();
  createReader(() => {
    throw new Error('no workers here');
  }, readPaste).read(request(LONG), without);
  expect(without).toHaveBeenCalledOnce();

  const held = heldWorker();
  const reader = createReader(() => held.worker as never, readPaste);
  const broken = vi.fn<(reading: Reading) => void>();
  reader.read(request(LONG), broken);
  held.fail();
  expect(broken).toHaveBeenCalledOnce();
  const next = vi.fn<(reading: Reading) => void>();
  reader.read(request(LONG), next);
  expect(next).toHaveBeenCalledOnce();
});

/** Trees, and what else hides its content, by what they say. */
function plain({ token, ...rest }: Reading) {
  const segments = token.segments.map(({ json, ...segment }) => ({ ...segment, json: outlineOf(json) }));
  return { ...rest, token: { form: token.form, text: token.text, findings: token.findings, segments } };
}

/** As `read`, with the words for findings that need none where the page has them all. */
function readWhole(pasted: string) {
  return plain({ ...read(pasted), explained: {} });
}

test('a sound token alone is read with the page as it is read by all that can be loaded', () => {
  const alone = readPlain({ pasted: TOKEN, chosen: 0, now: NOW });
  expect(alone && plain(alone)).toEqual(readWhole(TOKEN));
});

test('whatever is read with the page is read the same by all that can be loaded', () => {
  const values = fc.oneof(
    fc.constantFrom('', '42', 'john@app.example', NOW, NOW * 2000, null, ['a'], { a: [] }),
    fc.jsonValue(),
  );
  const claims = fc.dictionary(fc.constantFrom('sub', 'exp', 'aud', 'password', 'email', 'Exp'), values);
  const headers = fc.constantFrom(
    '{"alg":"HS256"}',
    '{"alg":"ES256","typ":"at+jwt"}',
    '{"alg":"RS256","kid":"../x","jku":"http://localhost/"}',
    '{"alg":"none"}',
    '{"alg":"HS256","b64":false,"crit":["b64"]}',
    '[1]',
  );
  const around = fc.constantFrom(
    ['', ''],
    ['', ''],
    ['', ''],
    [' ', ''],
    ['Bearer ', ''],
    ['', '='],
    ['', 'A'],
    ['', '~'],
  );
  let alike = 0;
  fc.assert(
    fc.property(claims, headers, around, (payload, header, [before, after]) => {
      const pasted = `${before}${tokenText(JSON.stringify(payload), header)}${after}`;
      const alone = readPlain({ pasted, chosen: 0, now: NOW });
      if (alone === null) return;
      alike += 1;
      expect(plain(alone)).toEqual(readWhole(pasted));
    }),
    { numRuns: 500 },
  );
  expect(alike).toBeGreaterThan(20);
});

test('a cookie that a framework signed is no plain token, although it looks like one', () => {
  const cookie = `${tokenText('{"a":1}', '{"user":"42"}').split('.')[0]}.ZzNkYQ.${'A'.repeat(27)}`;
  expect(readPlain({ pasted: cookie, chosen: 0, now: NOW })).toBeNull();
  expect(read(cookie).token.form).toBe('other');
});

test('what is not at hand is read once it is there, unless another paste has come meanwhile', async () => {
  const waiting: (() => void)[] = [];
  const reader = createReader(
    () => {
      throw new Error('no workers here');
    },
    (asked) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(readPaste(asked)));
      }),
  );
  const first = vi.fn<(reading: Reading) => void>();
  const second = vi.fn<(reading: Reading) => void>();
  reader.read(request('one'), first);
  reader.read(request('two'), second);
  for (const answer of waiting.toReversed()) answer();
  await vi.waitFor(() => expect(second).toHaveBeenCalledOnce());
  expect(first).not.toHaveBeenCalled();
});

test('what cannot be loaded is said, and a plain token is read all the same', async () => {
  const reader = createReader(
    () => {
      throw new Error('no workers here');
    },
    () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  );
  const done = vi.fn<(reading: Reading) => void>();
  const failed = vi.fn<() => void>();
  reader.read(request('prose'), done, failed);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  reader.read(request(TOKEN), done, failed);
  expect(done).toHaveBeenCalledOnce();
});
