import { useState } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Popover } from '#kit/popover.tsx';
import { useTimeline } from '#timeline/react.ts';
import styles from './branches-button.module.css';

const BranchList = lazyView(() => import('./branch-list.tsx').then(({ BranchList: view }) => view));

/** Every run made so far, always at hand. How many there are is said once there are more than the lesson opened with. */
export function BranchesButton() {
  const count = useTimeline(({ branches }) => {
    const all = Object.values(branches);
    return all.length > 2 || all.some(({ parent }) => parent !== null) ? all.length : 0;
  });
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger={
        <>
          <ForkIcon />
          <span className={styles['word']}>Branches</span>
          {count > 0 && <span className={styles['count']}>{count}</span>}
        </>
      }
      label={count > 0 ? `Branches: ${count}` : 'Branches'}
      className={styles['button']}
      onOpenChange={setIsOpen}
    >
      {isOpen && (
        <Part name="The list of branches">
          <BranchList />
        </Part>
      )}
    </Popover>
  );
}

/** Drawn here, as the kit's icons are: those are part of the first screen. */
function ForkIcon() {
  return (
    <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M4.5 5.5v5 M4.5 9.5c0-3 7-1.5 7-4 M4.5 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z M4.5 10.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z M11.5 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z" />
    </svg>
  );
}
