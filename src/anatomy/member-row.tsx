import { entry } from '#glossary/glossary.ts';
import { Prose } from '#kit/prose.tsx';
import type { Member } from './members.ts';
import { VisibleText } from './visible-text.tsx';
import styles from './member-list.module.css';

export interface MemberRowProps {
  readonly member: Member;
  readonly family: 'jws-header' | 'jwe-header' | 'claim' | null;
}

/** One member: its name, its value as written, and what it means. */
export function MemberRow({ member, family }: MemberRowProps) {
  const explained = family !== null && member.level === 1 ? entry(family, member.name ?? '') : null;
  return (
    <li className={styles['row']} data-kind={member.kind} data-duplicate={member.duplicate ?? undefined}>
      <span className={styles['name']}>{member.label !== null && <VisibleText text={member.label} limit={80} />}</span>
      <span className={styles['value']}>
        <VisibleText text={member.value} />
      </span>
      <span className={styles['says']}>{explained && <Prose text={explained.says} />}</span>
    </li>
  );
}
