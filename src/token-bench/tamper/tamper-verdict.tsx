import { Prose } from '#kit/prose.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';
import { useEffect, useState } from 'react';
import { useBenchState } from '../bench.ts';
import type { Verification } from '../keys/key-input.ts';
import { verifyWith } from '../keys/verify.ts';
import { CHECKING } from '../verdicts/verdict-words.ts';
import styles from './tamper-panel.module.css';

/** What the key above says of the tampered text. */
export function TamperVerdict({ text, isChanged }: { readonly text: string; readonly isChanged: boolean }) {
  const key = useBenchState((state) => state.key);
  const [answer, setAnswer] = useState<{ readonly text: string; readonly verification: Verification } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void verifyWith(parseToken(text), key).then((verification) => {
      if (isCurrent) setAnswer({ text, verification });
    });
    return () => {
      isCurrent = false;
    };
  }, [text, key]);
  const token = parseToken(text);
  const verification = answer?.text === text && answer.verification.input === key ? answer.verification : null;
  const { kind, says, detail } = verification?.says ?? CHECKING;
  const { state } = formatVerdict(token);
  return (
    <output className={styles['verdict']} aria-label="Verdict on the tampered token">
      <span className={styles['label']}>{isChanged ? 'With your changes' : 'As it was pasted'}</span>
      <span className={styles['says']}>
        {kind === 'neutral' ? <b>{says}</b> : <Verdict kind={kind}>{says}</Verdict>}
      </span>
      <span className={styles['hint']}>
        <Prose text={detail} />
        {isChanged && state === 'invalid' && ' Its format is broken as well.'}
      </span>
    </output>
  );
}
