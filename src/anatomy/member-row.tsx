// The rows are windowed and laid out as CSS grids, which table elements do not survive.
// oxlint-disable jsx-a11y/prefer-tag-over-role
import { Prose } from '#kit/prose.tsx';
import type { JsonTree } from '#token/json-tree.ts';
import { explainMember, type NameFamily } from './explain-member.ts';
import type { Member } from './members.ts';
import { VisibleText } from './visible-text.tsx';
import styles from './member-list.module.css';

export interface MemberRowProps {
  readonly json: JsonTree;
  readonly member: Member;
  readonly family: NameFamily;
  readonly isLit: boolean;
  /** The one row that the Tab key reaches. */
  readonly isActive: boolean;
  /** One line of fixed height, for long lists. */
  readonly isDense: boolean;
}

const INDENTED_LEVELS = 10;

const DUPLICATE_WORDS = {
  lost: 'The same name comes again below: most parsers lose this one.',
  kept: 'The same name stood above: most parsers keep this one.',
} as const;

/** One member: its name and value as written, and what they mean. */
export function MemberRow({ json, member, family, isLit, isActive, isDense }: MemberRowProps) {
  const { node, level, label, name, value, kind, reads, duplicate } = member;
  const explained = explainMember(json, member, family);
  const isRenamed = name !== null && label !== null && label !== name;
  return (
    <div
      role="row"
      aria-level={level + 1}
      tabIndex={isActive ? 0 : -1}
      className={styles['row']}
      data-node={node}
      data-kind={kind}
      data-lit={isLit || undefined}
      data-duplicate={duplicate ?? undefined}
      style={{ '--level': Math.min(Math.max(level - 1, 0), INDENTED_LEVELS) } as React.CSSProperties}
    >
      <span role="rowheader" className={styles['name']}>
        {level > INDENTED_LEVELS && <span className={styles['level']}>{`level ${level} `}</span>}
        {label !== null && <VisibleText text={label} limit={isDense ? 40 : 120} />}
        {isRenamed && (
          <span className={styles['reads']}>
            {'read as '}
            <VisibleText text={name} limit={120} />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles['value']}>
        <VisibleText text={value} limit={isDense ? 200 : 600} />
        {reads !== null && !isDense && (
          <span className={styles['reads']}>
            {'read as '}
            <VisibleText text={reads} />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles['says']}>
        {duplicate && <strong className={styles['twice']}>{DUPLICATE_WORDS[duplicate]}</strong>}
        {explained.value.map((line) => (
          <span key={line} className={styles['reading']}>
            {line}
          </span>
        ))}
        {explained.name !== null && <Prose text={explained.name} />}
        {explained.name === null &&
          family === 'claim' &&
          level === 1 &&
          'A private claim: it means what its issuer says.'}
      </span>
    </div>
  );
}
