import { memo, useState } from 'react';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { Button } from '#kit/button.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { numberText } from '#kit/number-text.ts';
import type { HttpMessageView } from '#projections/models.ts';
import { CredentialText } from './credential-text.tsx';
import { prettyJson } from './pretty-json.ts';
import styles from './message.module.css';

interface MessageProps {
  readonly message: HttpMessageView;
  /** What it is to the row: only the last message of an exchange that the row is of is open by itself. */
  readonly standing: 'acts' | 'waits' | 'answered' | 'earlier';
  readonly column: Column;
  /** `Session`: said with what is the same in every message. */
  readonly system: string;
  readonly curlOf: (event: EventId, column: Column) => string | null;
  readonly onExplainHeader: (name: string, event: EventId, column: Column) => void;
}

/**
 * One message: start line, fields, an empty line, the content. What this step is about lies on a band. It stays the same for as many steps
 * as its exchange takes.
 */
export const Message = memo(function Message(props: MessageProps) {
  const { message, standing, column, system, curlOf, onExplainHeader } = props;
  const { startLine, fields, body, bodyMarked, headerBytes, bodyBytes, credentials, event, direction } = message;
  const [raw, setRaw] = useState(false);
  const pretty = body === '' ? null : prettyJson(body);
  const which = `${direction}, ${system}`;
  return (
    <article aria-label={startLine} className={styles['message']} data-standing={standing}>
      <details open={standing === 'acts' || standing === 'waits'}>
        <summary className={styles['start']}>
          {startLine}
          {standing === 'earlier' && <small> earlier</small>}
        </summary>
        <div className={styles['lines']}>
          {fields.map(({ name, value, marked, bytes }, index) => (
            // A name may come twice; the fields of a message never change places.
            <p
              key={`${name}/${index}`}
              className={styles['field']}
              data-marked={marked || undefined}
              title={`${bytes} bytes`}
            >
              <button
                type="button"
                className={styles['name']}
                aria-label={`${name}, ${which}`}
                onClick={() => onExplainHeader(name, event, column)}
              >
                {name}
              </button>
              {': '}
              <CredentialText text={value} credentials={credentials} />
            </p>
          ))}
          {body !== '' && (
            <pre className={styles['body']} data-marked={bodyMarked || undefined}>
              <CredentialText text={raw || pretty === null ? body : pretty} credentials={credentials} />
            </pre>
          )}
        </div>
        <footer className={styles['footer']}>
          <span>
            {numberText(headerBytes)} B head{bodyBytes > 0 && `, ${numberText(bodyBytes)} B content`}
          </span>
          {pretty !== null && pretty !== body && (
            <Button
              size="s"
              tone="quiet"
              aria-pressed={raw}
              aria-label={`Exactly as sent, ${which}`}
              onClick={() => setRaw(!raw)}
            >
              Exactly as sent
            </Button>
          )}
          {direction === 'request' && (
            <CopyButton label="Copy as curl" of={which} text={() => curlOf(event, column) ?? ''} />
          )}
        </footer>
      </details>
    </article>
  );
});
