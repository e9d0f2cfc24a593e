import { expect, test } from 'vitest';
import { realTimeUses } from '../../tools/real-time.ts';

test.each([
  ['Date.now()', 'Date.now'],
  ['new Date()', 'Date'],
  ['globalThis.performance.now()', 'performance.now'],
  ['Math.random()', 'Math.random'],
  ['globalThis.crypto.randomUUID()', 'crypto.randomUUID'],
  ['window.setTimeout(stop, 10)', 'setTimeout'],
])('%s is found', (source, name) => {
  expect(realTimeUses({ file: 'a.ts', source: `\n${source};` })).toEqual([`a.ts:2: ${name}`]);
});

test.each(['new Date(seconds * 1000)', 'clock.now()', 'random.bytes(16)', 'Math.floor(x)', '"Date.now()"'])(
  '%s is not',
  (source) => {
    expect(realTimeUses({ file: 'a.ts', source })).toEqual([]);
  },
);
