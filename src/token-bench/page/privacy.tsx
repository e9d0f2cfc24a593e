import { Icon } from '#kit/icon.tsx';
import styles from './privacy.module.css';

/** The promise where it is needed, beside the field, and what makes it so. */
export function Privacy() {
  return (
    <details className={styles['privacy']}>
      <summary>
        <Icon name="lock" />
        Nothing you paste leaves this page
      </summary>
      <ul>
        <li>The page has no server behind it: reading, verifying and signing happen here, in your browser.</li>
        <li>
          Its Content-Security-Policy lets it reach nothing but its own files: your browser refuses everything else, and
          says so in its console.
        </li>
        <li>An address inside a token (in jku, x5u or iss) is shown as text and never fetched.</li>
        <li>Tokens and keys stay in the memory of this page. They are not stored, and a reload forgets them.</li>
        <li>Nothing goes into the address either, unless you ask for a link.</li>
      </ul>
      <p>To be sure, disconnect from the network first: it works all the same.</p>
    </details>
  );
}
