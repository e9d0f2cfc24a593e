import type { HmacAlgorithm, SearchProgress } from '#auth/secret-search.ts';

/** What to guess the secret of. */
export interface GuessOrder {
  readonly alg: HmacAlgorithm;
  readonly input: Uint8Array;
  readonly signature: Uint8Array;
}

/** How far the search is. */
export interface GuessReport extends SearchProgress {
  /** The secret, once it is found. */
  readonly found: string | null;
  readonly isDone: boolean;
}

/** Starts a search in a worker of its own. Returns how to stop it, at once. */
export function startGuessing(
  order: GuessOrder,
  onReport: (report: GuessReport) => void,
  onFailure: () => void,
): () => void {
  const worker = new Worker(new URL('./guess.worker.ts', import.meta.url), { type: 'module', name: 'guess' });
  worker.addEventListener('error', onFailure);
  worker.addEventListener('message', ({ data }: MessageEvent<GuessReport>) => {
    onReport(data);
    if (data.isDone) worker.terminate();
  });
  worker.postMessage(order, []);
  return () => worker.terminate();
}
