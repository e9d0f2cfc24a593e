import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { catalogued } from '#lessons/catalogue.ts';
import type { LinkProblem } from '#timeline/link-problems.ts';
import { goTo } from '../address.ts';
import { lessonIdOf } from '../place.ts';
import { linkProblemText } from './link-problem-text.ts';
import styles from './link-problem-panel.module.css';

/** In the place of the workbench: a link that makes no sense says why, and offers its lesson from the start where that much is clear, and lesson 1. */
export function LinkProblemPanel({ problem }: { readonly problem: LinkProblem }) {
  const lesson = catalogued(lessonIdOf(location.hash));
  return (
    <div role="alert" className={styles['panel']}>
      <h1 className={styles['title']}>This link cannot be opened</h1>
      <p>
        <Verdict kind="wrong">{linkProblemText(problem)}</Verdict>
      </p>
      <div className={styles['tools']}>
        {lesson && (
          <Button tone="action" onClick={() => goTo(`#/flows/${lesson.id}`)}>
            Open “{lesson.title}” from its start
          </Button>
        )}
        <Button tone={lesson ? 'plain' : 'action'} onClick={() => goTo('#/')}>
          Open lesson 1
        </Button>
      </div>
    </div>
  );
}
