import type { Intent, RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import type { Trace } from '#core/trace.ts';
import type { Snapshot } from './snapshot.ts';

/** A run that was made, and the world at each of its boundaries: `snapshots[i]` is what the i-th intent found. */
export interface KeptRun {
  readonly trace: Trace;
  readonly snapshots: readonly Snapshot[];
}

/** How far a kept run goes along with a new one. */
export interface SharedPrefix {
  readonly kept: KeptRun;
  /** How many intents, from the first on, are the same. */
  readonly length: number;
}

/** The latest runs, the least recently used forgotten first. */
export class TraceCache {
  readonly #limit: number;
  /** Oldest first. */
  #kept: readonly KeptRun[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The kept run that shares most intents with this one, null where none has the same scheme, settings and seed. */
  longestPrefix(spec: RunSpec): SharedPrefix | null {
    const best = this.#kept
      .filter(({ trace }) => sameStart(trace.spec, spec))
      .map((kept) => ({ kept, length: sharedIntents(kept.trace.spec.intents, spec.intents) }))
      .reduce<SharedPrefix | null>(
        (longest, next) => (longest && longest.length >= next.length ? longest : next),
        null,
      );
    if (best) this.keep(best.kept);
    return best;
  }

  keep(run: KeptRun): void {
    this.#kept = [...this.#kept.filter((kept) => kept !== run), run].slice(-this.#limit);
  }
}

function sameStart(a: RunSpec, b: RunSpec): boolean {
  return a.scheme === b.scheme && a.seed === b.seed && jsonEqual(a.settings, b.settings);
}

function sharedIntents(a: readonly Intent[], b: readonly Intent[]): number {
  const differs = a.findIndex((intent, index) => {
    const other = b[index];
    return !other || !jsonEqual(intent, other);
  });
  return differs < 0 ? a.length : differs;
}
