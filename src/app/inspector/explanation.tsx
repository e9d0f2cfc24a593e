import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Comparison } from '#core/align.ts';
import { eventIndex } from '#core/trace.ts';
import { IconButton } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import type { Source } from '#glossary/entry.ts';
import { appStore, type Explained } from '../app-store.ts';
import { entriesOf } from './entries-of.ts';
import { goToWhy } from './focus-places.ts';
import { SqlRun } from './sql-run.tsx';
import styles from './explanation.module.css';

/** What the glossary says of one event, or of one header field of a message. */
export function Explanation({
  comparison,
  explained,
}: {
  readonly comparison: Comparison;
  readonly explained: Explained;
}) {
  const section = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    // A link followed inside it is no other place to go back to.
    if (explained && !section.current?.contains(document.activeElement)) opener.current = document.activeElement;
  }, [explained]);

  useLayoutEffect(() => {
    const view = section.current;
    return () => {
      // Whichever way it goes, the focus does not go with it.
      if (view?.contains(document.activeElement)) queueMicrotask(() => giveFocusTo(opener.current));
    };
  }, []);

  const event = comparison[explained.column].events[eventIndex(explained.event)];
  const entries = event ? entriesOf(event, explained.header) : [];
  return (
    <section ref={section} aria-label="Explanation" className={styles['explanation']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>What this is</h2>
        <IconButton
          icon="cross"
          size="s"
          tone="quiet"
          label="Back to the lesson"
          onClick={() => appStore.setState({ explained: null })}
        />
      </div>
      {event?.kind === 'store' && event.sql && (
        <SqlRun sql={event.sql} rows={event.rows} refused={event.sql.refused ?? null} />
      )}
      {event?.kind === 'statement' && (
        <SqlRun sql={event.sql} rows={event.outcome.rows} refused={event.outcome.problem?.message ?? null} />
      )}
      {entries.length === 0 && <p>There is no entry for {explained.header ?? 'this'}: it is no standard term.</p>}
      <dl className={styles['entries']}>
        {entries.map(({ term, says, source }) => (
          <div key={term} className={styles['entry']}>
            <dt className={styles['term']}>{term}</dt>
            <dd>
              <Prose text={says} /> <SourceText source={source} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function giveFocusTo(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else goToWhy();
}

function SourceText({ source: { document, section, url } }: { readonly source: Source }) {
  const text = section ? `${document} ${/^[\d.]+$/.test(section) ? `§${section}` : section}` : document;
  return (
    <cite className={styles['source']}>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      ) : (
        text
      )}
    </cite>
  );
}
