export type Unit = 'kB' | 'B' | 'ms' | 'µs' | '×' | 'requests' | 'tasks' | '%';

/**
 * - `within`, `over`: measured, beside its limit;
 * - `noted`: measured, for comparison: nothing limits it;
 * - `skipped`: there is nothing to measure yet, or it would take too long; `how` says which;
 * - `failed`: it should have been measured and could not be.
 */
type Verdict = 'within' | 'over' | 'noted' | 'skipped' | 'failed';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly unit: Unit | null;
  /** The most it may be; null where nothing limits it. */
  readonly limit: number | null;
  readonly verdict: Verdict;
  readonly how: string;
}

/** What one part of the bench found: its figures, and lines that explain them. */
export interface Findings {
  readonly figures: readonly Figure[];
  readonly notes?: readonly string[];
}

interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly limit?: number;
  readonly how: string;
}

export function measured({ name, value, unit, limit, how }: Measurement): Figure {
  const verdict = limit === undefined ? 'noted' : value <= limit ? 'within' : 'over';
  return { name, value, unit, limit: limit ?? null, verdict, how };
}

export function skipped(name: string, reason: string): Figure {
  return { name, value: null, unit: null, limit: null, verdict: 'skipped', how: reason };
}

export function failed(name: string, error: unknown): Figure {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  const reason = lines.filter(Boolean).slice(0, 2).join(' ');
  return { name, value: null, unit: null, limit: null, verdict: 'failed', how: reason };
}
