import type { ReactNode } from 'react';
import { Button } from '#kit/button.tsx';
import { Icon, type IconName } from '#kit/icon.tsx';
import { Prose } from '#kit/prose.tsx';
import { useBench, useBenchState } from '../bench.ts';
import { judgeNow } from '../claims/judge-now.ts';
import { useNow } from '../claims/wall-clock.ts';
import type { Reading } from '../reading/reading.ts';
import { claimsWords } from './claims-words.ts';
import { CHECKING, type VerdictWords } from './verdict-words.ts';
import styles from './verdict-strip.module.css';

/** Three separate verdicts, never mixed: what one of them says is no comfort for another. */
export function VerdictStrip() {
  const reading = useBenchState((state) => state.reading);
  const isEmpty = useBenchState((state) => state.pasted.trim() === '');
  const cannotRead = useBenchState((state) => state.cannotRead);
  const { readAgain } = useBench();
  const unread = isEmpty ? NOTHING : cannotRead ? NOT_READ : READING;
  return (
    <div className={styles['strip']}>
      <VerdictField name="Format" words={reading?.format ?? unread}>
        {cannotRead && <TryAgain onPress={readAgain} />}
      </VerdictField>
      {reading ? <SignatureField /> : <VerdictField name="Signature" words={cannotRead ? NOTHING_YET : unread} />}
      {reading ? (
        <ClaimsField reading={reading} />
      ) : (
        <VerdictField name="Claims" words={cannotRead ? NOTHING_YET : unread} />
      )}
    </div>
  );
}

const NOTHING: VerdictWords = { kind: 'neutral', says: '—', detail: 'Nothing pasted yet.' };
const NOTHING_YET: VerdictWords = { ...NOTHING, detail: '' };
const READING: VerdictWords = { kind: 'neutral', says: 'Reading…', detail: '' };

const LOST =
  'could not be loaded. Is there a network? That says nothing of the token. If trying again does not help, reload the page.';
const NOT_READ: VerdictWords = { kind: 'warning', says: 'Not read', detail: `What reads such a text ${LOST}` };
const NOT_CHECKED: VerdictWords = { kind: 'warning', says: 'Not checked', detail: `What checks signatures ${LOST}` };

function SignatureField() {
  const verification = useBenchState((state) => state.verification);
  const { checkAgain } = useBench();
  const cannotCheck = useBenchState((state) => state.cannotCheck);
  if (!cannotCheck)
    return <VerdictField name="Signature" words={verification?.says ?? CHECKING} isPending={verification === null} />;
  return (
    <VerdictField name="Signature" words={NOT_CHECKED}>
      <TryAgain onPress={checkAgain} />
    </VerdictField>
  );
}

function TryAgain({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button size="s" onClick={onPress}>
      Try again
    </Button>
  );
}

function ClaimsField({ reading }: { readonly reading: Reading }) {
  const words = claimsWords(reading, judgeNow(reading, useNow()).verdict);
  return <VerdictField name="Claims" words={words} countdown={words.countdown} />;
}

const ICONS: Readonly<Record<VerdictWords['kind'], IconName | null>> = {
  valid: 'check',
  warning: 'warning',
  wrong: 'cross',
  neutral: null,
};

interface VerdictFieldProps {
  readonly name: string;
  readonly words: VerdictWords;
  /** Changes every second, and is therefore not read out. */
  readonly countdown?: string | null;
  readonly isPending?: boolean;
  readonly children?: ReactNode;
}

function VerdictField({ name, words: { kind, says, detail }, countdown, isPending, children }: VerdictFieldProps) {
  const icon = ICONS[kind];
  return (
    <output aria-label={name} className={styles['field']} data-kind={kind} data-pending={isPending || undefined}>
      <span className={styles['name']} aria-hidden="true">
        {name}
      </span>
      <span className={styles['says']}>
        {icon && <Icon name={icon} />}
        <span>
          {says}
          {countdown && (
            <span className={styles['countdown']} aria-hidden="true">
              {` ${countdown}`}
            </span>
          )}
        </span>
      </span>
      {detail !== '' && (
        <span className={styles['detail']}>
          <Prose text={detail} />
        </span>
      )}
      {children}
    </output>
  );
}
