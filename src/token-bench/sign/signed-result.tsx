import type { GeneratedKey } from '#auth/generate-key.ts';
import { readKey } from '#auth/keys/read-key.ts';
import type { EncodedPiece } from '#anatomy/encoded-pieces.ts';
import { EncodedText } from '#anatomy/encoded-text.tsx';
import { Button } from '#kit/button.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import type { ParsedToken } from '#token/token-forms.ts';
import { useBench } from '../bench.ts';
import { changeWords, partChanges, type PartChange } from './changes.ts';
import { type Draft, encodedPart } from './draft.ts';
import type { SignedDraft, SigningKeyInput } from './sign-draft.ts';
import { weaknessWords } from './signing-words.ts';
import styles from './sign-panel.module.css';

export interface SignedResultProps {
  readonly draft: Draft;
  /** The token that the draft began with. */
  readonly token: ParsedToken | null;
  readonly result: SignedDraft | null;
  readonly fresh: GeneratedKey | null;
  readonly signedWith: SigningKeyInput;
}

/** The new token, and what changed in each of its parts. Until it is signed it has no signature, and not the old one either. */
export function SignedResult({ draft, token, result, fresh, signedWith }: SignedResultProps) {
  const bench = useBench();
  const signed = result?.state === 'signed' ? result : null;
  const text = signed?.token ?? `${encodedPart(draft.header)}.${encodedPart(draft.payload)}.`;
  const before = token?.form === 'jws' || token?.form === 'unsecured' ? token.text : '';
  const changes = partChanges(before, text);
  const readIt = (): void =>
    bench.paste(text, { says: 'Signed here, a moment ago.', keyText: verificationText(fresh, signedWith) });
  return (
    <div className={styles['result']}>
      <p className={styles['label']}>{signed ? 'The new token' : 'Not signed yet'}</p>
      <p className={styles['token']}>
        <EncodedText text={text} pieces={piecesOf(changes, before !== '')} />
        {!signed && <span className={styles['unsigned']}>signature</span>}
      </p>
      {before !== '' && (
        <dl className={styles['changes']}>
          {changes.map((change) => (
            <div key={change.name} data-hue={change.name}>
              <dt>{change.name}</dt>
              <dd>{change.name === 'signature' && !signed ? 'to be made' : changeWords(change)}</dd>
            </div>
          ))}
        </dl>
      )}
      {signed?.weakness && (
        <p className={styles['hint']}>
          <Verdict kind="warning">Weak.</Verdict> {weaknessWords(signed.weakness)}
        </p>
      )}
      {signed && (
        <p className={styles['row']}>
          <Button icon="pass" onClick={readIt}>
            Read it above
          </Button>
          <CopyButton label="Copy" text={() => text} />
        </p>
      )}
    </div>
  );
}

/** What a receiver needs: the public half of a fresh pair, or the same secret. A private key of one's own stays on this side. */
function verificationText(fresh: GeneratedKey | null, { text, encoding }: SigningKeyInput): string {
  if (fresh?.kind === 'pair') return JSON.stringify(fresh.publicJwk);
  const reading = readKey(text, { encoding, kid: null, fits: () => true });
  return reading.state === 'read' && reading.keys[0]?.kind === 'secret' ? text : '';
}

function piecesOf(changes: readonly PartChange[], isCompared: boolean): readonly EncodedPiece[] {
  const pieces: EncodedPiece[] = [];
  let at = 0;
  changes.forEach(({ name, after, changed }, index) => {
    const { start, end } = changed ?? { start: 0, end: 0 };
    const isLit = isCompared && end > start;
    const cuts: readonly (readonly [number, number, boolean])[] = isLit
      ? [
          [0, start, false],
          [start, end, true],
          [end, after.length, false],
        ]
      : [[0, after.length, false]];
    for (const [from, to, lit] of cuts) {
      if (to > from) pieces.push({ start: at + from, end: at + to, hue: name, lit: lit ? [0, 1] : null });
    }
    at += after.length;
    if (index < 2) pieces.push({ start: at, end: at + 1, hue: null, lit: null });
    at += 1;
  });
  return pieces;
}
