import { COLUMNS } from '#core/align.ts';
import type { CodePanelProps } from './code-props.ts';
import { Listing } from './listing.tsx';
import { listingsOf } from './listings.ts';
import styles from './code-panel.module.css';

/** The source that ran in this step, cut out of the very files that ran. */
export function CodePanel({ view, names, sources, tokenKinds }: CodePanelProps) {
  if (!sources) return <p className={styles['note']}>Fetching the source…</p>;
  return (
    <div className={styles['sides']}>
      {COLUMNS.map((column) => {
        const { listings, missing } = listingsOf(view[column], sources);
        return (
          <section key={column} aria-label={`Code, ${names[column]}`} className={styles['side']}>
            <h3 className={styles['name']}>{names[column]}</h3>
            {view[column].length === 0 && <p className={styles['note']}>No code of this side ran in this step.</p>}
            {listings.map((listing) => (
              <Listing key={`${listing.file}:${listing.last.startLine}`} listing={listing} tokenKinds={tokenKinds} />
            ))}
            {missing.map((region) => (
              <p key={region} className={styles['note']}>
                The source of <code>{region}</code> is not part of this build.
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}
