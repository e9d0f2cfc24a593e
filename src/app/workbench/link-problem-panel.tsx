import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { goTo } from '../app-store.ts';
import type { LinkProblem } from '#timeline/link-problems.ts';
import { linkProblemText } from './link-problem-text.ts';
import styles from './link-problem-panel.module.css';

/** In the place of the workbench: a link that makes no sense says why and offers lesson 1. */
export function LinkProblemPanel({ problem }: { readonly problem: LinkProblem }) {
  return (
    <div role="alert" className={styles['panel']}>
      <h1 className={styles['title']}>This link cannot be opened</h1>
      <p>
        <Verdict kind="wrong">{linkProblemText(problem)}</Verdict>
      </p>
      <Button tone="action" onClick={() => goTo('#/')}>
        Open lesson 1
      </Button>
    </div>
  );
}
