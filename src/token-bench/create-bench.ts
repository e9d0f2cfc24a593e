import { type Bench, createBench } from './bench.ts';
import { createAnyReader } from './reading/read-any.ts';
import { createReader, startReadWorker } from './reading/reader.ts';

const loadVerify = () => import('./keys/verify.ts');

/** A bench with the browser's own worker, clock and cryptography. */
export function createBrowserBench(): Bench {
  // On its way before the first token is: a token that comes asks for no file.
  void loadVerify().catch(() => undefined);
  return createBench({
    reader: createReader(startReadWorker, createAnyReader()),
    now: () => Math.floor(Date.now() / 1000),
    verify: async (token, key) => (await loadVerify()).verifyWith(token, key),
    open: async (token, key) => (await import('./inside/decrypt.ts')).openSealed(token, key),
  });
}
