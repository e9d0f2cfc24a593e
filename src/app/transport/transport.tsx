import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Button, IconButton } from '#kit/button.tsx';
import { stepCount } from '#timeline/moves.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { Scrubber } from './scrubber.tsx';
import styles from './transport.module.css';

// They have their place kept: what they count begins with the first step.
const Figures = lazyView(() => import('./figures.tsx').then(({ Figures: view }) => view));

/** Every way through time: by step, by play, by hand. */
export function Transport() {
  const actions = useTimelineActions();
  const playing = useTimeline((state) => state.playing);
  const cursor = useTimeline((state) => state.cursor);
  const atStart = cursor === 0;
  const atEnd = useTimeline((state) => state.cursor >= stepCount(state));
  return (
    <section className={styles['transport']} aria-label="Transport">
      <div className={styles['buttons']}>
        <IconButton icon="first" label="First step" {...unless(atStart, actions.start)} />
        <IconButton icon="previous" label="Previous step" {...unless(atStart, actions.back)} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={playing ? 'Pause' : 'Play'}
          {...unless(atEnd && !playing, playing ? actions.pause : actions.play)}
        />
        <Button tone="ink" aria-label="Next step" {...unless(atEnd, actions.next)} className={styles['next']}>
          Next
          <span aria-hidden="true">→</span>
        </Button>
        <IconButton icon="last" label="Last step" {...unless(atEnd, actions.end)} />
      </div>
      <Scrubber />
      <Part name="The score" fallback={<div className={styles['score']} />}>
        <Figures />
      </Part>
    </section>
  );
}

/** Never `disabled`, which would take the focus away from whoever has just come to an end with that very button. */
const unless = (isOff: boolean, act: () => void) => ({ 'aria-disabled': isOff, onClick: isOff ? undefined : act });
