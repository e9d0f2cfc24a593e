import { useStore } from 'zustand/react';
import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { FIRST_LESSON } from '#lessons/order.ts';
import { openDialog } from '../app-store.ts';
import { openLesson } from '../opening.ts';
import { fileProblemText } from './file-problem-text.ts';
import styles from './files.module.css';
import { chooseFile, fileStore } from './opening-files.ts';

/** Why a file could not be opened, and what can be done instead. What stood on screen still does. */
export function FileProblem() {
  const refused = useStore(fileStore, (state) => state.refused);
  if (!refused) return <p>There is no file.</p>;
  return (
    <div className={styles['files']}>
      <p>
        <strong className={styles['name']}>{refused.name}</strong> was not opened. Nothing was changed.
      </p>
      <p>
        <Verdict kind="wrong">{fileProblemText(refused.problem)}</Verdict>
      </p>
      <div className={styles['tools']}>
        <Button
          onClick={() => {
            openDialog(null);
            chooseFile();
          }}
        >
          Open another file
        </Button>
        <Button onClick={() => void openLesson(FIRST_LESSON)}>Open lesson 1</Button>
      </div>
    </div>
  );
}
