import { Button } from '#kit/button.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import type { CompactJws } from '#token/token-forms.ts';
import { signatureTwins, type Twin } from './flips.ts';
import styles from './tamper-panel.module.css';

/** Other spellings of the same signature. A denylist of texts would let them through. */
export function Twins({ token, onPick }: { readonly token: CompactJws; readonly onPick: (twin: Twin) => void }) {
  const twins = signatureTwins(token);
  if (twins.length === 0) {
    return <p className={styles['hint']}>This signature fills its last character: it has no twins.</p>;
  }
  return (
    <div className={styles['twins']}>
      <p className={styles['label']}>{`${twins.length} twins: other last characters, the same bytes`}</p>
      <p className={styles['row']}>
        {twins.map((twin) => (
          <Button key={twin.letter} size="s" onClick={() => onPick(twin)}>
            <VisuallyHidden>{'Twin '}</VisuallyHidden>
            <code>{`…${twin.text.slice(-4)}`}</code>
          </Button>
        ))}
      </p>
      <p className={styles['hint']}>
        They still verify, unless the verifier insists on canonical base64url. Who puts a token on a denylist by its
        text misses them: use its number, jti.
      </p>
    </div>
  );
}
