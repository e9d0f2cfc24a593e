import { useDeferredValue, useId, useState } from 'react';
import type { GeneratedKey } from '#auth/generate-key.ts';
import { supportedAlgorithms } from '#auth/supported-algorithms.ts';
import { Button } from '#kit/button.tsx';
import { numberText } from '#kit/number-text.ts';
import { Prose } from '#kit/prose.tsx';
import { Select } from '#kit/select.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { hasHiddenCharacter } from '#token/visible.ts';
import { useBenchState } from '../bench.ts';
import { usePromise } from '../page/use-promise.ts';
import { type Draft, draftOf, EDITABLE, headerAlgorithm, withAlgorithm } from './draft.ts';
import { FreshKey } from './fresh-key.tsx';
import { makeFreshKey } from './make-fresh-key.ts';
import { type SignedDraft, signDraft, type SigningKeyInput } from './sign-draft.ts';
import { SignedResult } from './signed-result.tsx';
import { notSignedWords } from './signing-words.ts';
import styles from './sign-panel.module.css';

/** The issuer's side: write header and payload, and sign them with a key of one's own or a fresh one. */
export function SignPanel() {
  // A draft may follow a moment later: the reading side is drawn first.
  const token = useDeferredValue(useBenchState((state) => state.reading?.token ?? null));
  const [now] = useState(() => Math.floor(Date.now() / 1000));
  const [from, setFrom] = useState(token);
  const [draft, setDraft] = useState<Draft>(() => draftOf(token, now));
  const [key, setKey] = useState<SigningKeyInput>({ text: '', encoding: 'auto' });
  const [fresh, setFresh] = useState<GeneratedKey | null>(null);
  const [result, setResult] = useState<SignedDraft | null>(null);
  const algorithms = usePromise(supportedAlgorithms);
  const id = useId();

  // What was written here stays when another token comes; only an untouched draft follows it.
  const isTouched = draft.header.pasted === null || draft.payload.pasted === null;
  if (token !== from && (!isTouched || from === null)) {
    setFrom(token);
    setDraft(draftOf(token, now));
    setResult(null);
  }

  const startOver = (): void => {
    setFrom(token);
    setDraft(draftOf(token, now));
    setResult(null);
  };
  const { alg, isJson } = headerAlgorithm(draft.header.text);
  const write = (part: keyof Draft, text: string): void => {
    setDraft({ ...draft, [part]: { text, pasted: null } });
    setResult(null);
  };
  const takeKey = (input: SigningKeyInput, made: GeneratedKey | null): void => {
    setKey(input);
    setFresh(made);
    setResult(null);
  };
  const sign = (): void => void signDraft(draft, key).then(setResult);
  const makeKey = (): void => {
    void makeFreshKey(alg ?? 'HS256').then((made) => {
      if (made) takeKey({ text: made.keyText, encoding: 'auto' }, made.key);
    });
  };

  const known = algorithms ?? [];
  const choices = alg !== null && !known.includes(alg) ? [alg, ...known] : known;
  return (
    <div className={styles['panel']}>
      <div className={styles['parts']}>
        <Editor
          id={`${id}-header`}
          part="header"
          label="Header to sign"
          text={draft.header.text}
          onText={(text) => write('header', text)}
        />
        <Editor
          id={`${id}-payload`}
          part="payload"
          label="Payload to sign"
          text={draft.payload.text}
          onText={(text) => write('payload', text)}
        />
        {token !== null && token.text.length > EDITABLE && (
          <p
            className={styles['hint']}
          >{`The token above is too long to be edited here: ${numberText(EDITABLE)} characters are the limit.`}</p>
        )}
        <p className={styles['hint']}>
          {isTouched
            ? 'Signed exactly as it stands, spaces included; what is untouched, by the letter.'
            : 'As pasted. Untouched parts go into the new token by the letter.'}{' '}
          {isTouched && token !== null && token.text.length <= EDITABLE && (
            <Button size="s" tone="quiet" onClick={startOver}>
              Begin with the token above
            </Button>
          )}
        </p>
      </div>
      <div className={styles['keys']}>
        <div className={styles['row']}>
          <Select
            label="Algorithm"
            labelShown
            value={alg ?? ''}
            disabled={!isJson}
            options={choices.map((name) => ({ value: name, label: name }))}
            onChange={(name) => write('header', withAlgorithm(draft.header.text, name))}
          />
          <Button size="s" icon="key" onClick={makeKey}>
            Make a fresh key
          </Button>
        </div>
        <label className={styles['label']} htmlFor={`${id}-key`}>
          Signing key
        </label>
        <textarea
          id={`${id}-key`}
          className={styles['area']}
          rows={key.text.length > 80 ? 5 : 2}
          value={key.text}
          placeholder="a secret, a private key as PEM or JWK"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => takeKey({ ...key, text: event.currentTarget.value }, null)}
        />
        {fresh && <FreshKey fresh={fresh} />}
        <p>
          <Button tone="action" icon="key" onClick={sign}>
            Sign
          </Button>
        </p>
        {result && <NotSigned result={result} />}
      </div>
      <SignedResult draft={draft} token={from} result={result} fresh={fresh} signedWith={key} />
    </div>
  );
}

function NotSigned({ result }: { readonly result: SignedDraft }) {
  const words = notSignedWords(result);
  return words === null ? null : (
    <p role="alert" className={styles['refused']}>
      <Prose text={words} />
    </p>
  );
}

interface EditorProps {
  readonly id: string;
  readonly part: 'header' | 'payload';
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Editor({ id, part, label, text, onText }: EditorProps) {
  return (
    <div className={styles['editor']} data-hue={part}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles['area']}
        rows={part === 'header' ? 2 : 5}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {hasHiddenCharacter(text.replaceAll(/[\n\t]/g, '')) && (
        <p className={styles['hint']}>
          <Verdict kind="warning">Hidden characters inside</Verdict> Some letters here cannot be seen, or change the
          order of others. Believe the bytes above.
        </p>
      )}
    </div>
  );
}
