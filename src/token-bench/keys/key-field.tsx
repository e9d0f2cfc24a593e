import { useId, useState } from 'react';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Select, type SelectOption } from '#kit/select.tsx';
import { useBench, useBenchState } from '../bench.ts';
import type { Verification } from './key-input.ts';
import styles from './key-field.module.css';

/** Comes with the first key. */
const KeyNotes = lazyView(() => import('./key-notes.tsx').then((module) => module.KeyNotes));

const ENCODINGS: readonly SelectOption<SecretEncoding | 'auto'>[] = [
  { value: 'auto', label: 'find out what it is' },
  { value: 'utf8', label: 'a secret as text' },
  { value: 'hex', label: 'a secret in hex' },
  { value: 'base64url', label: 'a secret in base64url' },
  { value: 'base64', label: 'a secret in base64' },
];

/** Characters that fit on a line of the field, about. */
const LINE = 34;

/** Where the key to verify with goes in. This side only checks: signing is done elsewhere, with a key of its own. */
export function KeyField() {
  const bench = useBench();
  const { text, encoding } = useBenchState((state) => state.key);
  const verification = useBenchState((state) => state.verification);
  const id = useId();
  // What was said of another key keeps its room, unseen, until the next answer is there: the page does not jump while somebody types.
  const [last, setLast] = useState<Verification | null>(null);
  if (verification && verification !== last) setLast(verification);
  return (
    <section className={styles['key']} aria-label="Verify">
      <div className={styles['head']}>
        <label htmlFor={id} className={styles['label']}>
          Verification key
        </label>
        <p className={styles['hint']}>secret, PEM, JWK or JWKS</p>
        <Select
          label="Read the key as"
          value={encoding}
          options={ENCODINGS}
          onChange={(value) => bench.setKey({ encoding: value })}
        />
      </div>
      <textarea
        id={id}
        className={styles['area']}
        rows={Math.min(6, Math.max(text.split('\n', 6).length, Math.ceil(text.length / LINE)))}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        onChange={(event) => bench.setKey({ text: event.currentTarget.value })}
      />
      {last && text !== '' && (
        <div className={styles['notes']} data-pending={verification === null || undefined}>
          <Part name="What is said of the key">
            <KeyNotes verification={last} />
          </Part>
        </div>
      )}
      <DetachedPayload />
    </section>
  );
}

/** A payload that travels apart has to be given before anything can be verified (RFC 7515 appendix F). */
function DetachedPayload() {
  const bench = useBench();
  const id = useId();
  const isDetached = useBenchState((state) => state.reading?.token.form === 'detached');
  const given = useBenchState((state) => state.key.detached);
  if (!isDetached) return null;
  return (
    <div className={styles['notes']}>
      <label htmlFor={id} className={styles['small']}>
        The payload that travels apart, as text
      </label>
      <textarea
        id={id}
        className={styles['area']}
        rows={2}
        value={given ?? ''}
        spellCheck={false}
        onChange={(event) =>
          bench.setKey({ detached: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
      />
    </div>
  );
}
