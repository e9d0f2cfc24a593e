import { useEffect, useState } from 'react';
import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { numberText } from '#kit/number-text.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { useBenchState } from '../bench.ts';
import { type BitTrial, judgeEveryBit } from './try-every-bit.ts';
import styles from './tamper-panel.module.css';

/** Turns every bit once and counts which changes the key does not notice. */
export function Trial({ token }: { readonly token: CompactJws }) {
  const verdict = useBenchState((state) => state.verification?.signatures[0]?.verdict ?? null);
  const key = verdict?.state === 'valid' ? verdict.key : null;
  const [trial, setTrial] = useState<BitTrial | null>(null);
  useEffect(() => {
    const algorithm = jwsAlgorithm(token.alg ?? '');
    if (!key || !algorithm) return undefined;
    const stop = new AbortController();
    void judgeEveryBit(token, algorithm, key, { signal: stop.signal, report: setTrial });
    return () => stop.abort();
  }, [token, key]);

  if (!key)
    return <p className={styles['hint']}>Give a key above that matches this token: then each change can be judged.</p>;
  if (!trial) return null;
  const { tried, total, survivors } = trial;
  const offsets = [...new Set(survivors.map(({ offset }) => offset))];
  return (
    <div className={styles['trial']}>
      <progress className={styles['progress']} max={total} value={tried} aria-label="Bits tried" />
      <output>
        {`${numberText(tried)} of ${numberText(total)} bits turned, one at a time. `}
        {survivors.length === 0
          ? 'Every change was noticed.'
          : `${survivors.length} changes went unnoticed: the spare bits of character ${offsets.join(' and ')}, which belong to no byte.`}
      </output>
    </div>
  );
}
