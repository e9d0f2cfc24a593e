import { useId, useLayoutEffect, useRef } from 'react';
import { Button } from '#kit/button.tsx';
import type { Lesson } from '#lessons/lesson.ts';
import { NAME_LIMIT, renamed } from '#timeline/naming.ts';
import { useTimelineActions } from '#timeline/react.ts';
import type { Branch } from '#timeline/state.ts';
import { say } from '../saying.ts';
import { branchName, generatedName } from './branch-words.ts';
import styles from './branch-list.module.css';

interface RenameFieldProps {
  readonly lesson: Lesson;
  readonly branch: Branch;
  readonly onDone: () => void;
}

/** A name of the reader’s own. Emptied, the run goes by what was changed again. */
export function RenameField({ lesson, branch, onDone }: RenameFieldProps) {
  const { revise } = useTimelineActions();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useLayoutEffect(() => input.current?.select(), []);

  const save = (): void => {
    const text = input.current?.value ?? '';
    const generated = generatedName(lesson, branch);
    revise((state) => renamed(state, branch.id, text === generated ? '' : text));
    say(`Called ${text.trim() === '' ? generated : text.trim()} now`);
    onDone();
  };

  return (
    <form
      className={styles['rename']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        Name
      </label>
      <input
        ref={input}
        id={id}
        className={styles['field']}
        defaultValue={branchName(lesson, branch)}
        placeholder={generatedName(lesson, branch)}
        maxLength={NAME_LIMIT}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Only the field is left, not the list.
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <Button size="s" type="submit">
        Save
      </Button>
    </form>
  );
}
