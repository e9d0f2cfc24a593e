import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { CATALOGUE, catalogued } from '#lessons/catalogue.ts';
import { useTimeline } from '#timeline/react.ts';
import { openLesson } from '../opening.ts';
import styles from './lessons.module.css';

/** Every lesson with its question, what it builds on, and how long it takes. */
export function Lessons() {
  const current = useTimeline((state) => state.lesson?.id);
  return (
    <ol className={styles['lessons']}>
      {CATALOGUE.map((lesson, index) => (
        <li key={lesson.id} className={styles['lesson']} aria-current={lesson.id === current || undefined}>
          <span className={styles['number']}>{index + 1}</span>
          <div className={styles['text']}>
            <h3>{lesson.title}</h3>
            <p className={styles['question']}>
              <Prose text={lesson.question} />
            </p>
            <p className={styles['meta']}>
              {`${lesson.minutes} minutes`}
              {lesson.buildsOn.length > 0 &&
                ` · builds on ${lesson.buildsOn.map((id) => catalogued(id)?.title ?? id).join(', ')}`}
            </p>
          </div>
          <Button
            tone={lesson.id === current ? 'plain' : 'action'}
            aria-label={`Open lesson ${index + 1}: ${lesson.title}`}
            onClick={() => void openLesson(lesson)}
          >
            {lesson.id === current ? 'Start again' : 'Open'}
          </Button>
        </li>
      ))}
    </ol>
  );
}
