import { Button } from '#kit/button.tsx';
import { CATALOGUE } from '#lessons/catalogue.ts';
import { goalStatus } from '#timeline/goal.ts';
import { useTimeline } from '#timeline/react.ts';
import { appStore, openDialog } from '../app-store.ts';
import { openLesson } from '../opening.ts';
import { goToWhy } from './focus-places.ts';
import styles from './end-of-run.module.css';

/** Where to go when there is no next step: change this lesson, or open the next. */
export function EndOfRun() {
  const id = useTimeline((state) => state.lesson?.id);
  const isReached = useTimeline((state) => goalStatus(state)?.state === 'reached');
  const next = CATALOGUE[CATALOGUE.findIndex((entry) => entry.id === id) + 1];
  return (
    <section aria-label="What next" className={styles['end']}>
      <p>{isReached ? 'The goal is reached.' : 'Change something?'}</p>
      <div className={styles['ways']}>
        <Button tone={isReached ? 'plain' : 'action'} size="s" onClick={() => appStore.setState({ tab: 'try' })}>
          Try it
        </Button>
        {next ? (
          <Button
            tone={isReached ? 'action' : 'plain'}
            size="s"
            aria-label={`Next lesson: ${next.title}`}
            title={next.title}
            onClick={() => {
              // This button goes; the question of what was opened takes the focus.
              void openLesson(next).then(goToWhy);
            }}
          >
            Next lesson
          </Button>
        ) : (
          <Button size="s" onClick={() => openDialog('lessons')}>
            All lessons
          </Button>
        )}
      </div>
    </section>
  );
}
