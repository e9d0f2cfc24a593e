import type { Column } from '#core/align.ts';
import { Sides } from '../sides.tsx';
import type { CodePanelProps } from './code-props.ts';
import { Listing } from './listing.tsx';
import { listingsOf } from './listings.ts';
import styles from './code-panel.module.css';

/** The source that ran in this step, cut out of the very files that ran. */
export function CodePanel({ view, names, sources, tokenKinds }: CodePanelProps) {
  if (!sources) return <p className={styles['note']}>Fetching the source…</p>;
  const side = (column: Column) => {
    const { listings, missing } = listingsOf(view[column], sources);
    return (
      <>
        {view[column].length === 0 && <p className={styles['note']}>No code of this side ran in this step.</p>}
        {listings.map((listing) => (
          <Listing key={`${listing.file}:${listing.last.startLine}`} listing={listing} tokenKinds={tokenKinds} />
        ))}
        {missing.map((region) => (
          <p key={region} className={styles['note']}>
            The source of <code>{region}</code> is not part of this build.
          </p>
        ))}
      </>
    );
  };
  return <Sides label="Code" names={names} side={side} />;
}
