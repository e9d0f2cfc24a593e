import type { RunSpec } from '#core/intents.ts';
import type { Runner } from '#core/ports.ts';
import type { Trace } from '#core/trace.ts';
import { createDirectRunner } from '#world/run.ts';

/** Real worlds: requests, stores and cryptography included. */
export const worlds: Runner = createDirectRunner();

interface Asked {
  readonly spec: RunSpec;
  readonly signal: AbortSignal | undefined;
  /** Lets the run come to its end, or to that end. */
  finish(trace?: Trace): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** Real runs that end when the test says so. */
export function heldRunner(): { readonly runner: Runner; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const runner: Runner = {
    run(spec, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<Trace>();
      // A cancelled world rejects, as real ones do.
      signal?.addEventListener('abort', () => reject(signal.reason));
      asked.push({
        spec,
        signal,
        async finish(trace) {
          resolve(trace ?? (await worlds.run(spec)));
          await settled();
        },
        async fail(error) {
          reject(error);
          await settled();
        },
      });
      return promise;
    },
  };
  return { runner, asked };
}

/** Every promise that was waiting has had its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
