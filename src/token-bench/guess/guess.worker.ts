import { type HmacAlgorithm, searchSecret } from '#auth/secret-search.ts';
import type { GuessOrder, GuessReport } from './guesser.ts';
import { guesses } from './word-list.ts';

/** Tries the list against a token off the page's own thread. It is stopped by ending it. */
globalThis.addEventListener('message', ({ data }: MessageEvent<GuessOrder>) => void search(data));

async function search({ alg, input, signature }: GuessOrder): Promise<void> {
  const words = guesses();
  const signal = new AbortController().signal;
  const run = searchSecret({
    alg: alg satisfies HmacAlgorithm,
    input,
    signature,
    words,
    now: () => performance.now(),
    signal,
  });
  for (;;) {
    const { done, value } = await run.next();
    const report: GuessReport = done ? { ...value, isDone: true } : { ...value, found: null, isDone: false };
    globalThis.postMessage(report, {});
    if (done) return;
  }
}
