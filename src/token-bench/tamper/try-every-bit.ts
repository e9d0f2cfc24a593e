import type { JwsAlgorithm } from '#auth/jws-algorithms.ts';
import { prepareVerifier, type Verifier } from '#auth/jws-key.ts';
import type { BenchKey } from '#auth/keys/bench-key.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { type BitPlace, covered, everyBit, flipBit } from './flips.ts';

export interface BitTrial {
  readonly tried: number;
  readonly total: number;
  /** The bits that can be turned without the signature failing. */
  readonly survivors: readonly BitPlace[];
}

/** Under way at one time: more is hardly faster. */
const BATCH = 128;

/** Turns every bit of a token, one at a time, and lets the key judge each. Yields after every batch; stops soon after `signal` aborts. */
export async function* tryEveryBit(
  token: CompactJws,
  verifier: Verifier,
  signal: AbortSignal,
): AsyncGenerator<BitTrial> {
  const places = everyBit(token);
  const survivors: BitPlace[] = [];
  for (let tried = 0; tried < places.length && !signal.aborted; tried += BATCH) {
    const batch = places.slice(tried, tried + BATCH);
    const verdicts = await Promise.all(
      batch.map((place) => {
        const { input, signature } = covered(flipBit(token.text, place));
        return verifier.verify(encodeUtf8(input), signature);
      }),
    );
    survivors.push(...batch.filter((_, index) => verdicts[index]));
    yield { tried: Math.min(tried + BATCH, places.length), total: places.length, survivors: [...survivors] };
  }
}

interface TrialOptions {
  readonly signal: AbortSignal;
  readonly report: (trial: BitTrial) => void;
}

/** The same with a key that has matched the token, reporting as it goes. */
export async function judgeEveryBit(
  token: CompactJws,
  algorithm: JwsAlgorithm,
  key: BenchKey,
  { signal, report }: TrialOptions,
): Promise<void> {
  const verifier = await prepareVerifier(algorithm, key, true);
  if (verifier.state !== 'ready') return;
  for await (const trial of tryEveryBit(token, verifier, signal)) report(trial);
}
