import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { applyEdit } from '#core/intents.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { LOGGING_OUT } from '#lessons/logging-out.ts';
import { differences } from '#projections/diagram/differences.ts';
import { storageDifferences } from '#projections/storage/storage-differences.ts';
import { storageView } from '#projections/storage/storage.ts';
import { createDirectRunner } from '#world/run.ts';

const { run } = createDirectRunner();

async function beside(settings: object) {
  const origin = lessonSpec(LOGGING_OUT, 'right', 'jwt');
  const fork = applyEdit(origin, { kind: 'set', settings });
  return align(await run(origin), await run(fork));
}

test('a run beside itself has no difference, in no row and in no store', async () => {
  const same = await beside({});
  expect(differences(same).size).toBe(0);
  for (let k = 0; k <= same.steps.length; k += 1) expect(storageDifferences(storageView(same, k)).size).toBe(0);
});

test('what only the fork remembers is marked from the row on in which it is written down', async () => {
  const comparison = await beside({ denylist: true });
  const parts = comparison.steps.findIndex(({ id }) => differences(comparison).has(id));
  expect(storageDifferences(storageView(comparison, parts)).size).toBe(0);
  const end = storageDifferences(storageView(comparison, comparison.steps.length));
  const revoked = [...end].filter(([key]) => key.startsWith('right database/denylist '));
  expect(revoked.length).toBeGreaterThan(0);
  expect(revoked.every(([, difference]) => difference === 'only here')).toBe(true);
  expect([...end.keys()].some((key) => key.startsWith('left database/denylist '))).toBe(false);
});

test('the keys of another algorithm are only in the memory of the server that signs with them', async () => {
  const comparison = await beside({ algorithm: 'RS256' });
  const marked = storageDifferences(storageView(comparison, comparison.steps.length));
  for (const name of ['RSA private key', 'RSA public key']) {
    expect(marked.get(`right app-1/secrets ${name}`)).toBe('only here');
  }
});
