import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { LESSON_IDS } from '#lessons/order.ts';
import { useTimeline } from '#timeline/react.ts';
import styles from './lesson-bar.module.css';

const LessonProgress = lazyView(() => import('./lesson-progress.tsx').then(({ LessonProgress: view }) => view));
const LessonTools = lazyView(() => import('./lesson-tools.tsx').then(({ LessonTools: view }) => view));

/** Which lesson, how far, and what was changed. */
export function LessonBar() {
  const lesson = useTimeline((state) => state.lesson);
  if (!lesson) return null;
  const number = LESSON_IDS.findIndex((id) => id === lesson.id) + 1;
  return (
    <div className={styles['bar']}>
      <div className={styles['title']}>
        <span className={styles['number']}>
          <span>Lesson</span> {number}
        </span>
        <h1 className={styles['name']}>{lesson.title}</h1>
        <Part name="How far you are">
          <LessonProgress />
        </Part>
      </div>
      <div className={styles['tools']}>
        <Part name="The lesson’s tools">
          <LessonTools />
        </Part>
      </div>
    </div>
  );
}
