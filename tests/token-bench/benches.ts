import { type Bench, createBench } from '#token-bench/bench.ts';
import { openSealed } from '#token-bench/inside/decrypt.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { createReader, type ReadWorker } from '#token-bench/reading/reader.ts';

/** 22 November 2026. */
export const NOW = 1_795_300_000;

/** A bench with real cryptography and a fixed clock, whose long texts are read at once. */
export function createTestBench(startWorker: () => ReadWorker = noWorker): Bench {
  return createBench({
    reader: createReader(startWorker, readPaste),
    now: () => NOW,
    verify: verifyWith,
    open: openSealed,
  });
}

function noWorker(): never {
  throw new Error('no worker here');
}
