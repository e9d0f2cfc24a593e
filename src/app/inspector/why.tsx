import { SCHEME_TEXTS, SCHEMES } from '#core/schemes.ts';
import { Chip } from '#kit/chip.tsx';
import { Prose } from '#kit/prose.tsx';
import { Button } from '#kit/button.tsx';
import { PHASE_NAMES } from '#projections/phases.ts';
import { beatAt } from '#timeline/beats.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { appStore } from '../app-store.ts';
import styles from './why.module.css';

/** One sentence that says why, and a short paragraph; before the first beat, what the lesson asks. */
export function Why() {
  const lesson = useTimeline((state) => state.lesson);
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const placed = useTimeline(beatAt);
  if (!lesson) return null;
  const step = comparison?.steps[cursor - 1];
  const here =
    comparison && SCHEMES.filter((id) => [comparison.left.spec.scheme, comparison.right.spec.scheme].includes(id));
  if (!placed) {
    return (
      <div className={styles['why']}>
        <Chip>{`about ${lesson.minutes} minutes`}</Chip>
        <h2 className={styles['title']}>
          <Prose text={lesson.question} />
        </h2>
        <p>
          <Prose text={lesson.objective} />
        </p>
        <p className={styles['hint']}>
          Press <kbd>→</kbd> or “Next”. Every arrow is a real request.
        </p>
      </div>
    );
  }
  const { beat } = placed;
  return (
    <div className={styles['why']}>
      {step && <Chip>{PHASE_NAMES[step.phase]}</Chip>}
      <h2 className={styles['title']}>
        <Prose text={beat.title} />
      </h2>
      <p>
        <Prose text={beat.text} />
      </p>
      {here?.map((scheme) => {
        const text = beat.sides?.[scheme];
        return (
          text && (
            <p key={scheme} className={styles['side']} data-credential={SCHEME_TEXTS[scheme].credential}>
              <strong>{SCHEME_TEXTS[scheme].name}.</strong> <Prose text={text} />
            </p>
          )
        );
      })}
      {beat.claim && (
        <dl className={styles['claim']}>
          <dt>Often said</dt>
          <dd>
            <Prose text={beat.claim.said} />
          </dd>
          <dt>What is true</dt>
          <dd>
            <Prose text={beat.claim.truth} /> <cite className={styles['source']}>{beat.claim.source}</cite>
          </dd>
        </dl>
      )}
      {comparison && cursor >= comparison.steps.length && (
        <div className={styles['end']}>
          <p>That was the whole run. Now change something and see what differs.</p>
          <Button tone="action" size="s" onClick={() => appStore.setState({ tab: 'try' })}>
            Try it
          </Button>
        </div>
      )}
    </div>
  );
}
