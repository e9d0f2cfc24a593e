import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { compared } from '#timeline/standing-runs.ts';
import type { Branch } from '#timeline/state.ts';
import { say } from '../saying.ts';
import { BranchItem } from './branch-item.tsx';
import { branchName } from './branch-words.ts';
import styles from './branch-list.module.css';

/** Every run of this lesson: what it is called, what it came from, what was changed in it, and on which side it stands. */
export function BranchList() {
  const { pickSide, revise } = useTimelineActions();
  const lesson = useTimeline((state) => state.lesson);
  const branches = useTimeline((state) => state.branches);
  const sides = useTimeline((state) => state.wanted ?? state.sides);
  if (!lesson || !sides) return <p>There is no run yet.</p>;
  const all = Object.values(branches);
  const compare = (branch: Branch, origin: Branch): void => {
    revise((state) => compared(state, { left: origin.id, right: branch.id }));
    say(`${branchName(lesson, branch)} stands beside ${branchName(lesson, origin)}`);
  };
  return (
    <section aria-label="Branches" className={styles['branches']}>
      <p className={styles['says']}>Every change makes a new run; the old ones stay here.</p>
      <ul className={styles['list']}>
        {all.map((branch) => {
          const origin = branch.parent === null ? null : (branches[branch.parent] ?? null);
          return (
            <BranchItem
              key={branch.id}
              lesson={lesson}
              branch={branch}
              origin={origin}
              sides={sides}
              onPick={(column) => pickSide(column, branch.id)}
              onCompare={origin && origin.spec.scheme === branch.spec.scheme ? () => compare(branch, origin) : null}
            />
          );
        })}
      </ul>
    </section>
  );
}
