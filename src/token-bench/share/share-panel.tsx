import { useState } from 'react';
import { CopyButton } from '#kit/copy-button.tsx';
import { numberText } from '#kit/number-text.ts';
import { Verdict } from '#kit/verdict.tsx';
import { useBenchState } from '../bench.ts';
import { encodeTokenLink, withoutSignature } from './token-link.ts';
import styles from './share-panel.module.css';

/** Longer links are cut by messengers and refused by some browsers. */
const LONGEST = 8000;

/** A link to this token, made only after the reader was told what that means. */
export function SharePanel() {
  const token = useBenchState((state) => state.reading?.token ?? null);
  const [isWhole, setWhole] = useState(false);
  const [isAware, setAware] = useState(false);
  if (!token || token.text === '') return <p className={styles['hint']}>There is no token to share.</p>;

  const canRedact = token.form === 'jws';
  const isRedacted = canRedact && !isWhole;
  const text = isRedacted ? withoutSignature(token.text) : token.text;
  const link = () => `${location.href.replace(/#.*/, '')}${encodeTokenLink({ text, isRedacted })}`;
  const isLong = text.length > LONGEST;
  return (
    <div className={styles['panel']}>
      <p>
        <Verdict kind="warning">Read this first</Verdict>
      </p>
      <p>
        Whoever has the link can read the token. With its signature they can also use it, for as long as it is in force.
        The key is never part of a link.
      </p>
      {canRedact && (
        <fieldset className={styles['choice']}>
          <legend>What goes into the link?</legend>
          <label>
            <input type="radio" name="share" checked={!isWhole} onChange={() => setWhole(false)} />
            Without the signature: readable, useless to a thief
          </label>
          <label>
            <input
              type="radio"
              name="share"
              checked={isWhole}
              onChange={() => {
                setWhole(true);
                setAware(false);
              }}
            />
            The whole token
          </label>
        </fieldset>
      )}
      {!isRedacted && (
        <label className={styles['aware']}>
          <input type="checkbox" checked={isAware} onChange={(event) => setAware(event.currentTarget.checked)} />I know
          that a link with a whole token is as good as the login it stands for.
        </label>
      )}
      {isLong ? (
        <p
          className={styles['hint']}
        >{`${numberText(text.length)} characters are too many for a link. Send the token as a file, over a way you trust.`}</p>
      ) : (
        (isRedacted || isAware) && (
          <p>
            <CopyButton label="Copy the link" text={link} />
          </p>
        )
      )}
      <p className={styles['hint']}>
        The token stands behind the <code>#</code>, which browsers do not send to servers. Who opens the link sees it
        taken out of the address at once; histories and messengers keep what they were sent.
      </p>
    </div>
  );
}
