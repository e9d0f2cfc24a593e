import { useEffect, useState } from 'react';
import { Verdict } from '#kit/verdict.tsx';
import type { Segment } from '#token/segment.ts';
import type { SdJwt } from '#token/token-forms.ts';
import { checkDisclosure, type DisclosureState } from './disclosures.ts';
import styles from './inside.module.css';

/** Whether the issuer's token vouches for a disclosure. */
export function DisclosureNote({ token, segment }: { readonly token: SdJwt; readonly segment: Segment }) {
  const [answer, setAnswer] = useState<{ readonly of: Segment; readonly state: DisclosureState } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void checkDisclosure(token, segment.text).then((state) => {
      if (isCurrent) setAnswer({ of: segment, state });
    });
    return () => {
      isCurrent = false;
    };
  }, [token, segment]);
  const state = answer?.of === segment ? answer.state : null;
  return <p className={styles['digest']}>{state !== null && WORDS[state]}</p>;
}

const WORDS: Readonly<Record<DisclosureState, React.ReactNode>> = {
  covered: (
    <>
      <Verdict kind="valid">Covered</Verdict> Its digest is in the issuer’s token.
    </>
  ),
  stray: (
    <>
      <Verdict kind="wrong">Stray</Verdict> No digest in the token is its own: a verifier refuses the whole.
    </>
  ),
  unknown: 'Its digest cannot be worked out here.',
};
