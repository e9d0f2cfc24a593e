import { Prose } from '#kit/prose.tsx';
import type { OtherToken } from '#token/token-forms.ts';
import { toVisible } from '#token/visible.ts';
import { credentialWords } from '../verdicts/credential-words.ts';
import { readPhpSession } from './php-session-fault.ts';
import styles from './other-credential-note.module.css';

/** "This is not a JWT, it is …": what can be said of a text that is no token of JOSE. */
export function OtherCredentialNote({ token }: { readonly token: OtherToken }) {
  const session = readPhpSession(token.text);
  const { name, says } = session ? { name: 'a PHP session', says: SESSION } : credentialWords(token.credential);
  return (
    <section className={styles['note']} aria-label="What it is">
      <h2 className={styles['title']}>{`This is not a JWT, it is ${name}.`}</h2>
      <p>
        <Prose text={says} />
      </p>
      {session && (
        <p>
          <Prose text={sessionWords(session)} />
        </p>
      )}
      <pre className={styles['text']}>{toVisible(token.text, 2000)}</pre>
    </section>
  );
}

const SESSION =
  'It never leaves the server: the browser carries only the number of the file. `s:` counts bytes, `i:` is a number, `a:` counts entries.';

function sessionWords({ fault, length }: NonNullable<ReturnType<typeof readPhpSession>>): string {
  if (fault === null) return 'PHP reads it.';
  const place = `PHP does not read it: byte ${fault.offset} is where it goes wrong.`;
  if (length === null) return place;
  return `${place} \`s:${length.stated}\` promises ${length.stated} bytes, and \`${toVisible(length.text, 60)}\` has ${length.actual}.`;
}
