import { type Bench, createBench } from './bench.ts';
import { openSealed } from './inside/decrypt.ts';
import { verifyWith } from './keys/verify.ts';
import { createReader, startReadWorker } from './reading/reader.ts';

/** A bench with the browser's own worker, clock and cryptography. */
export function createBrowserBench(): Bench {
  return createBench({
    reader: createReader(startReadWorker),
    now: () => Math.floor(Date.now() / 1000),
    verify: verifyWith,
    open: openSealed,
  });
}
