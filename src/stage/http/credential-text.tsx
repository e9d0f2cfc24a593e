import type { CarriedCredential } from '#core/events.ts';
import { TokenText } from '#kit/token-text.tsx';
import { splitCredentials } from './split-credentials.ts';
import styles from './credential-text.module.css';

interface CredentialTextProps {
  readonly text: string;
  readonly credentials: readonly CarriedCredential[];
}

/** A text in which each credential looks like itself: a token in three parts, a session id on ticket paper. */
export function CredentialText({ text, credentials }: CredentialTextProps) {
  return splitCredentials(text, credentials).map((piece, index) => {
    if (piece.form === null) return piece.text;
    // The pieces of one text never change places.
    if (piece.form !== 'session-id' && piece.text.includes('.')) return <TokenText key={index} text={piece.text} />;
    return (
      <span key={index} className={styles['ticket']}>
        {piece.text}
      </span>
    );
  });
}
