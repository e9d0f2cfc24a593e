import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { CATALOGUE, catalogued, PARTS } from '#lessons/catalogue.ts';
import type { CatalogueEntry } from '#lessons/order.ts';
import { useTimeline } from '#timeline/react.ts';
import { openLesson } from '../opening.ts';
import styles from './lessons.module.css';

/** Every lesson with its question, what it builds on, and how long it takes. */
export function Lessons() {
  const current = useTimeline((state) => state.lesson?.id);
  return (
    <>
      {PARTS.map(({ title, lessons }) => (
        <section key={title} aria-label={title} className={styles['part']}>
          <h3 className={styles['heading']}>{title}</h3>
          <ol className={styles['lessons']}>
            {lessons.map((lesson) => (
              <Row key={lesson.id} lesson={lesson} isCurrent={lesson.id === current} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Row({ lesson, isCurrent }: { readonly lesson: CatalogueEntry; readonly isCurrent: boolean }) {
  const number = CATALOGUE.indexOf(lesson) + 1;
  return (
    <li className={styles['lesson']} aria-current={isCurrent || undefined}>
      <span className={styles['number']}>{number}</span>
      <div className={styles['text']}>
        <h4>{lesson.title}</h4>
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
        tone={isCurrent ? 'plain' : 'action'}
        aria-label={`Open lesson ${number}: ${lesson.title}`}
        onClick={() => void openLesson(lesson)}
      >
        {isCurrent ? 'Start again' : 'Open'}
      </Button>
    </li>
  );
}
