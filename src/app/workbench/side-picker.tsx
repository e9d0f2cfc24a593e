import type { Column } from '#core/align.ts';
import { isSchemeId, SCHEME_TEXTS, SCHEMES } from '#core/schemes.ts';
import { IconButton } from '#kit/button.tsx';
import { Icon } from '#kit/icon.tsx';
import { Select } from '#kit/select.tsx';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import type { Branch, BranchId } from '#timeline/state.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { openDialog } from '../app-store.ts';
import { branchName } from '../branches/branch-words.ts';
import styles from './side-picker.module.css';

type Choice = BranchId | `scheme:${string}`;

/** Which run stands on this side: any scheme afresh, or any run made so far. */
export function SidePicker({ column, likeness }: { readonly column: Column; readonly likeness: string }) {
  const { pickSide } = useTimelineActions();
  const branch = useTimeline((state) => branchOf(state, column));
  const branches = useTimeline((state) => state.branches);
  const lesson = useTimeline((state) => state.lesson);
  if (!branch || !lesson) return null;
  const { scheme } = branch.spec;
  const options = [
    ...Object.values(branches).map((made) => ({ value: made.id as Choice, label: labelOf(lesson, made) })),
    ...SCHEMES.filter((id) => !Object.values(branches).some((made) => isPlain(made, id))).map((id) => ({
      value: `scheme:${id}` as Choice,
      label: `${SCHEME_TEXTS[id].name} (${SCHEME_TEXTS[id].variant})`,
    })),
  ];
  const choose = (value: Choice): void => {
    const id = value.replace(/^scheme:/, '');
    pickSide(column, isSchemeId(id) ? { scheme: id } : (value as BranchId));
  };
  return (
    <div className={styles['picker']}>
      <span className={styles['pill']}>
        <span className={styles['icon']} data-credential={SCHEME_TEXTS[scheme].credential}>
          <Icon name={SCHEME_TEXTS[scheme].credential} />
        </span>
        <Select
          label={`${column === 'left' ? 'Left' : 'Right'} system`}
          value={branch.id}
          options={options}
          onChange={choose}
        />
        <span className={styles['variant']} aria-hidden="true">
          {SCHEME_TEXTS[scheme].variant}
        </span>
      </span>
      <IconButton
        icon="setting"
        size="s"
        tone="quiet"
        label={`Settings of ${branchName(lesson, branch)}`}
        onClick={() => openDialog(`settings-${column}`)}
      />
      <span className={styles['likeness']}>{likeness}</span>
    </div>
  );
}

function labelOf(lesson: Lesson, branch: Branch): string {
  const name = branchName(lesson, branch);
  return branch.status === 'failed' ? `${name} (failed)` : name;
}

/** A run of that scheme to which nothing was done. */
function isPlain({ spec, edits, parent }: Branch, scheme: string): boolean {
  return spec.scheme === scheme && edits.length === 0 && parent === null;
}
