import { useState } from 'react';
import { Popover } from '#kit/popover.tsx';
import { useTimeline } from '#timeline/react.ts';
import { BranchList } from './branch-list.tsx';
import styles from './branches-button.module.css';

/** Every run made so far, always at hand. */
export function BranchesButton() {
  const count = useTimeline((state) => Object.keys(state.branches).length);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger={
        <>
          Branches <span className={styles['count']}>{count}</span>
        </>
      }
      label={`Branches: ${count}`}
      className={styles['button']}
      onOpenChange={setIsOpen}
    >
      {isOpen && <BranchList />}
    </Popover>
  );
}
