import { type Bench, createBench } from './bench.ts';
import { createAnyReader } from './reading/read-any.ts';
import { createReader, startReadWorker } from './reading/reader.ts';

/** A bench with the browser's own worker, clock and cryptography. */
export function createBrowserBench(): Bench {
  return createBench({
    reader: createReader(startReadWorker, createAnyReader()),
    now: () => Math.floor(Date.now() / 1000),
    // What verifies and opens comes with the first token, not with the page.
    verify: async (token, key) => (await import('./keys/verify.ts')).verifyWith(token, key),
    open: async (token, key) => (await import('./inside/decrypt.ts')).openSealed(token, key),
  });
}
