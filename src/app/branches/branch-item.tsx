import { useState } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { Button } from '#kit/button.tsx';
import { Icon } from '#kit/icon.tsx';
import type { Lesson } from '#lessons/lesson.ts';
import type { Branch, Sides } from '#timeline/state.ts';
import { branchName, changesIn } from './branch-words.ts';
import { RenameField } from './rename-field.tsx';
import styles from './branch-list.module.css';

interface BranchItemProps {
  readonly lesson: Lesson;
  readonly branch: Branch;
  /** What it was forked from; null for a run of the lesson’s own, or where that is gone. */
  readonly origin: Branch | null;
  readonly sides: Sides;
  readonly onPick: (column: Column) => void;
  /** Puts it beside what it was forked from; null where there is no such run of the same scheme. */
  readonly onCompare: (() => void) | null;
}

const SIDE_NAMES: Readonly<Record<Column, string>> = { left: 'Left', right: 'Right' };

export function BranchItem({ lesson, branch, origin, sides, onPick, onCompare }: BranchItemProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const name = branchName(lesson, branch);
  const { credential } = SCHEME_TEXTS[branch.spec.scheme];
  return (
    <li className={styles['branch']}>
      {isRenaming ? (
        <RenameField lesson={lesson} branch={branch} onDone={() => setIsRenaming(false)} />
      ) : (
        <div className={styles['head']}>
          <span className={styles['icon']} data-credential={credential}>
            <Icon name={credential} />
          </span>
          <strong className={styles['name']}>{name}</strong>
          <Button size="s" tone="quiet" aria-label={`Rename ${name}`} onClick={() => setIsRenaming(true)}>
            Rename
          </Button>
        </div>
      )}
      <p className={styles['origin']}>{originText(lesson, branch, origin)}</p>
      <div className={styles['tools']}>
        {COLUMNS.map((column) => (
          <Button
            key={column}
            size="s"
            aria-pressed={sides[column] === branch.id}
            aria-label={`${name} on the ${column}`}
            className={styles['side']}
            onClick={() => onPick(column)}
          >
            {SIDE_NAMES[column]}
          </Button>
        ))}
        {onCompare && (
          <Button size="s" icon="differs" aria-label={`Compare ${name} with its origin`} onClick={onCompare}>
            Compare with its origin
          </Button>
        )}
      </div>
    </li>
  );
}

/** Where it comes from and what is not as the lesson has it. */
function originText(lesson: Lesson, branch: Branch, origin: Branch | null): string {
  const changes = changesIn(lesson, branch);
  const isFailed = branch.status === 'failed' ? ' It could not be run.' : '';
  const from = origin ? `From ${branchName(lesson, origin)}.` : '';
  const what = changes.length === 0 ? 'As the lesson has it.' : `Changed: ${changes.join(', ')}.`;
  return `${[from, what].filter((text) => text !== '').join(' ')}${isFailed}`;
}
