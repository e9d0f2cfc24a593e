/** The HMAC algorithms of JOSE, whose key may be a word. */
export type HmacAlgorithm = 'HS256' | 'HS384' | 'HS512';

export interface SecretSearch {
  readonly alg: HmacAlgorithm;
  /** The bytes that the signature covers. */
  readonly input: Uint8Array;
  readonly signature: Uint8Array;
  /** What to try, in this order. */
  readonly words: readonly string[];
  /** Milliseconds, for the rate. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export interface SearchProgress {
  readonly tried: number;
  readonly total: number;
  /** Guesses per second on average so far; null before any time has passed. */
  readonly perSecond: number | null;
}

/** How a search ended. `found` is null where no word fits: that says that it is not in this list, and no more. */
export interface SearchResult extends SearchProgress {
  readonly found: string | null;
  readonly isCancelled: boolean;
}

/**
 * Guesses that are under way at one time. More make it hardly faster, fewer much slower: the time goes into handing each to
 * the platform's threads and back.
 */
const BATCH = 512;

/**
 * Tries every word as the secret of a token, as anybody who holds one token can do at home, and thousands of times faster. Yields after
 * each batch; stops at the first word that fits, and soon after `signal` aborts.
 */
export async function* searchSecret(
  search: SecretSearch,
): AsyncGenerator<SearchProgress, SearchResult> {
  const { words, now, signal } = search;
  const total = words.length;
  const check = guessChecker(search);
  const start = now();
  const progress = (tried: number): SearchProgress => {
    const seconds = (now() - start) / 1000;
    const perSecond = seconds > 0 ? tried / seconds : null;
    return { tried, total, perSecond };
  };

  for (let tried = 0; tried < total; tried += BATCH) {
    if (signal.aborted)
      return { ...progress(tried), found: null, isCancelled: true };
    const batch = words.slice(tried, tried + BATCH);
    const hits = await Promise.all(batch.map(check));
    const hit = hits.indexOf(true);
    const found = batch[hit];
    if (found !== undefined)
      return { ...progress(tried + hit + 1), found, isCancelled: false };
    yield progress(tried + batch.length);
  }
  return { ...progress(total), found: null, isCancelled: signal.aborted };
}

function guessChecker({
  alg,
  input,
  signature,
}: SecretSearch): (word: string) => Promise<boolean> {
  const parameters = { name: 'HMAC', hash: `SHA-${alg.slice(2)}` };
  const encoder = new TextEncoder();
  const covered = new Uint8Array(input);
  const expected = new Uint8Array(signature);
  return async (word) => {
    // An HMAC pads its key with zeros: one zero is the empty secret.
    const secret = word === '' ? new Uint8Array(1) : encoder.encode(word);
    const key = await crypto.subtle.importKey(
      'raw',
      secret,
      parameters,
      false,
      ['verify'],
    );
    return crypto.subtle.verify('HMAC', key, expected, covered);
  };
}
