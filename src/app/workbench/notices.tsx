import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { useTimeline } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import type { BranchProblem } from '#timeline/state.ts';
import { appStore, type LiveStatus } from '../app-store.ts';
import { goLive } from '../going-live.ts';
import { useApp } from '../use-app.ts';
import { linkProblemText } from './link-problem-text.ts';
import { branchName } from '../branches/branch-words.ts';
import { branchProblemText } from './branch-problem-text.ts';
import styles from './notices.module.css';

/** What went wrong without stopping the page: each says what happened and what still works. */
export function Notices() {
  const live = useApp((state) => state.live);
  const unavailable = useApp((state) => state.unavailable);
  const resume = useApp((state) => state.resume);
  const forgets = useApp((state) => state.forgets);
  const left = useTimeline((state) => branchOf(state, 'left')?.problem ?? null);
  const right = useTimeline((state) => branchOf(state, 'right')?.problem ?? null);
  const failed = useTimeline((state) => (state.failed && state.branches[state.failed]) ?? null);
  const lesson = useTimeline((state) => state.lesson);
  const stepProblem = useTimeline((state) => state.linkProblem);
  const notLive = liveText(live);
  // What no world could check for the reason said above needs no second notice.
  const said = (problem: BranchProblem | null): problem is BranchProblem =>
    problem !== null && !(notLive !== null && problem.code === live);
  const texts = [
    said(left) && branchProblemText(left, 'The run on the left'),
    said(right) && branchProblemText(right, 'The run on the right'),
    failed?.problem &&
      lesson &&
      said(failed.problem) &&
      branchProblemText(failed.problem, `The run “${branchName(lesson, failed)}”`),
    stepProblem && linkProblemText(stepProblem),
  ].filter((text) => typeof text === 'string');
  return (
    <>
      {notLive !== null && (
        <output className={styles['notice']}>
          <Verdict kind="warning">{notLive}</Verdict>
          {live === 'failed' && (
            <Button size="s" onClick={() => void goLive()}>
              Try again
            </Button>
          )}
        </output>
      )}
      {texts.map((text) => (
        <output key={text} className={styles['notice']}>
          <Verdict kind="warning">{text}</Verdict>
        </output>
      ))}
      {unavailable && (
        <output className={styles['notice']}>
          <Verdict kind="warning">
            {`“${unavailable.title}” could not be loaded. Is there a network? What is open goes on. If trying again does not help, reload the page.`}
          </Verdict>
          <Button size="s" onClick={unavailable.again}>
            Try again
          </Button>
        </output>
      )}
      {forgets && (
        <output className={styles['notice']}>
          <Verdict kind="warning">{FORGETS[forgets]}</Verdict>
          <Button size="s" tone="quiet" onClick={() => appStore.setState({ forgets: null })}>
            Hide
          </Button>
        </output>
      )}
      {resume && (
        <p className={styles['notice']}>
          <span>You were further on at your last visit.</span>
          <a href={resume} className={styles['link']} onClick={() => appStore.setState({ resume: null })}>
            Continue there
          </a>
          <Button size="s" tone="quiet" onClick={() => appStore.setState({ resume: null })}>
            Start here
          </Button>
        </p>
      )}
    </>
  );
}

const FORGETS = {
  blocked:
    'This browser keeps nothing for this page. Everything works; your place and your choices go when it is closed.',
  full: 'There is no room left in this page’s storage. Everything works; your place and your choices go when it is closed.',
};

/** Why nothing can be run here; null while it can, or may still. */
function liveText(live: LiveStatus): string | null {
  switch (live) {
    case 'starting':
    case 'service-worker':
    case 'interceptor':
      return null;
    case 'no-webcrypto':
      return 'This address is plain http, where browsers offer no cryptography. The recorded lessons play; open the page over https or on localhost to change and run them.';
    case 'no-interception':
      return 'This browser lets no request be caught inside the page, so none is sent. The recorded lessons play; another browser, or one that allows service workers, can run them.';
    case 'failed':
      return 'The simulation could not be loaded. Is there a network? The recorded lessons play. If trying again does not help, reload the page.';
  }
}
