import { lazy, Suspense } from 'react';
import { CATALOGUE } from '#lessons/catalogue.ts';
import { useTimeline } from '#timeline/react.ts';
import styles from './lesson-bar.module.css';

const LessonProgress = lazy(() =>
  import('./lesson-progress.tsx').then(({ LessonProgress: view }) => ({ default: view })),
);
const LessonTools = lazy(() => import('./lesson-tools.tsx').then(({ LessonTools: view }) => ({ default: view })));

/** Which lesson, how far, and what was changed. */
export function LessonBar() {
  const lesson = useTimeline((state) => state.lesson);
  if (!lesson) return null;
  const number = CATALOGUE.findIndex(({ id }) => id === lesson.id) + 1;
  return (
    <div className={styles['bar']}>
      <div className={styles['title']}>
        <span className={styles['number']}>Lesson {number}</span>
        <h1 className={styles['name']}>{lesson.title}</h1>
        <Suspense>
          <LessonProgress />
        </Suspense>
      </div>
      <div className={styles['tools']}>
        <Suspense>
          <LessonTools />
        </Suspense>
      </div>
    </div>
  );
}
