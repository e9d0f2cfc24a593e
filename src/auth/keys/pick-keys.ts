import type { BenchKey } from './bench-key.ts';

/** How the keys to try came to be these. */
export type KeyChoice =
  /** There was one, and no doubt about it. */
  | 'only'
  /** The set's key with the token's `kid`. */
  | 'kid'
  /** The keys of the set that fit the token's algorithm: no `kid` decided. */
  | 'fit'
  /** All of the set: nothing told which. */
  | 'open'
  /** A secret whose encoding was guessed, likeliest first. */
  | 'guess';

export interface PickedKeys {
  /** Those to try, in this order; empty only if the set is. */
  readonly keys: readonly BenchKey[];
  readonly choice: KeyChoice;
  /** The token names a `kid` that no key has. */
  readonly isKidAbsent: boolean;
}

/**
 * Picks from a set by `kid`, and where that does not decide, by what fits (RFC 7517 §4.5). Two keys of one `kid` are both kept if both
 * fit. The hints come from the token, so they only choose among keys that were pasted.
 */
export function pickKeys(
  keys: readonly BenchKey[],
  kid: string | null,
  fits: (key: BenchKey) => boolean,
): PickedKeys {
  const named = kid === null ? [] : keys.filter((key) => key.kid === kid);
  const isKidAbsent = kid !== null && named.length === 0;
  if (named.length > 0) {
    const fitting = named.filter(fits);
    const picked = fitting.length > 0 ? fitting : named;
    return { keys: picked, choice: 'kid', isKidAbsent };
  }
  if (keys.length === 1) return { keys, choice: 'only', isKidAbsent };
  const fitting = keys.filter(fits);
  if (fitting.length === 0) return { keys, choice: 'open', isKidAbsent };
  return { keys: fitting, choice: 'fit', isKidAbsent };
}
