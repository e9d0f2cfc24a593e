import type { CSSProperties } from 'react';
import type { Claim, Extent } from '#projections/state/claims-about-places.ts';
import styles from './claims.module.css';

interface ClaimsProps<Id extends string> {
  /** `Read by`, `Survives`: said where there is no head of a column above. */
  readonly verb: string;
  readonly ids: readonly Id[];
  readonly names: Readonly<Record<Id, string>>;
  readonly claims: Readonly<Record<Id, Claim>>;
}

const WORDS: Readonly<Record<Extent, string>> = { all: 'yes', some: 'part', none: 'no' };

/** One answer for each column of a head; where there is no room for columns, the list of those that hold. */
export function Claims<Id extends string>({ verb, ids, names, claims }: ClaimsProps<Id>) {
  const isNever = ids.every((id) => claims[id].extent === 'none');
  return (
    <>
      <span className={styles['verb']}>
        {verb}
        {isNever ? ' nobody and nothing' : ''}
      </span>
      <ul className={styles['claims']} style={{ '--count': ids.length } as CSSProperties}>
        {ids.map((id) => (
          <li key={id} className={styles['claim']} data-extent={claims[id].extent}>
            <span className={styles['name']}>{names[id]}</span>
            <span className={styles['word']}>{WORDS[claims[id].extent]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
