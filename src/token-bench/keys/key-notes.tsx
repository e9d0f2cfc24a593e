import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { signatureAlgorithm } from '#token/algorithms.ts';
import { useBench } from '../bench.ts';
import { keyNoteWords, keyProblemWords, keyReadingWords } from './key-words.ts';
import type { Verification } from './key-input.ts';
import styles from './key-field.module.css';

/** What was read from the key's field, and what to know of it. */
export function KeyNotes({ verification }: { readonly verification: Verification }) {
  const bench = useBench();
  const { token, key, signatures, input } = verification;
  if (key.state === 'empty') return null;
  if (key.state === 'unreadable') {
    return (
      <p className={styles['problem']}>
        <Prose text={keyProblemWords(key.problem)} />
      </p>
    );
  }
  const [first] = signatures;
  // To open an encrypted token the private key is the right one.
  const isSealed = token.form === 'jwe' || token.form === 'jwe-json';
  const notes = key.notes.filter(({ code }) => !isSealed || code !== 'private-part');
  const verdict = first?.verdict;
  const isRefusedPrivate = verdict?.state === 'key-mismatch' && verdict.misfit.reason === 'private-part';
  const isShared = signatureAlgorithm(first?.signature.alg ?? '')?.family === 'hmac' && verdict?.state === 'valid';
  return (
    <>
      <p>
        <Prose text={keyReadingWords(key)} />
      </p>
      {notes.map((note) => (
        <p key={`${note.code} ${note.subject ?? ''}`} className={styles['note']}>
          <Prose text={keyNoteWords(note)} />
        </p>
      ))}
      {isRefusedPrivate && (
        <p>
          <Button size="s" icon="key" onClick={() => bench.setKey({ usePrivate: true })}>
            Use its public half
          </Button>
        </p>
      )}
      {input.usePrivate && verdict?.state === 'valid' && <p>Only the public half of the private key was used.</p>}
      {isShared && (
        <p>
          This side only checks. With a shared secret, whoever can check a token can also make one: signing is a
          different act, on the other side, below.
        </p>
      )}
    </>
  );
}
