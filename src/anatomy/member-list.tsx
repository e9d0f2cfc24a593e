import type { JsonTree } from '#token/json-tree.ts';
import { memberAt, memberCount } from './members.ts';
import { MemberRow } from './member-row.tsx';
import styles from './member-list.module.css';

export interface MemberListProps {
  readonly json: JsonTree;
  /** What the part is called: `Payload`. */
  readonly title: string;
  /** Which family of the glossary explains its names. */
  readonly family: 'jws-header' | 'jwe-header' | 'claim' | null;
}

/** The members of a JSON text as they are written: in their order, twice where they are there twice. */
export function MemberList({ json, title, family }: MemberListProps) {
  const rows = Array.from({ length: Math.min(memberCount(json), 200) }, (_, row) => memberAt(json, row));
  return (
    <ul className={styles['list']} aria-label={`Members of the ${title.toLowerCase()}`}>
      {rows.map((member) => (
        <MemberRow key={member.node} member={member} family={family} />
      ))}
    </ul>
  );
}
