import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Comparison, StepId } from '#core/align.ts';
import { Button } from '#kit/button.tsx';
import { Chip } from '#kit/chip.tsx';
import { Prose } from '#kit/prose.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { offeredChanges } from '#timeline/changes.ts';
import { goalStatus } from '#timeline/goal.ts';
import { restored, withoutUnoffered } from '#timeline/goal-repair.ts';
import { isOwnRun, runBefore } from '#timeline/own-run.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import type { Revision } from '#timeline/store.ts';
import { differences } from '#projections/diagram/differences.ts';
import { isLive, openDialog } from '../app-store.ts';
import { unofferedIn } from '../branches/branch-words.ts';
import { useApp } from '../use-app.ts';
import styles from './try-tab.module.css';

/** Change: fork the run and see what differs. Build: reach a goal that the run itself checks. */
export function TryTab({ comparison }: { readonly comparison: Comparison }) {
  return (
    <div className={styles['tab']}>
      <Changes comparison={comparison} />
      <Goal />
    </div>
  );
}

function Changes({ comparison }: { readonly comparison: Comparison }) {
  const { applyChange } = useTimelineActions();
  const offered = useTimeline(offeredChanges);
  const live = useApp((state) => state.live);
  const canRun = isLive(live);
  return (
    <section aria-label="Changes" className={styles['part']}>
      <h3 className={styles['title']}>Change something</h3>
      {!canRun && (
        <p className={styles['note']}>
          {live === 'starting'
            ? 'The simulation is still loading…'
            : 'Changes need the simulation, which cannot run here.'}
        </p>
      )}
      <ul className={styles['changes']}>
        {offered.map(({ change, applied }) => (
          <li key={change.id} className={styles['change']}>
            {/* Never `disabled`: whoever has just pressed it keeps the focus on it. */}
            <Button
              aria-disabled={!canRun || applied}
              icon={applied ? 'check' : 'arrow'}
              onClick={() => canRun && !applied && applyChange(change.id)}
            >
              <span>
                <Prose text={change.label} />
              </span>
            </Button>
            {applied && (
              <p className={styles['note']}>
                <Prose text={change.text} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p className={styles['note']}>No prepared change fits these two systems.</p>}
      <Compare comparison={comparison} />
    </section>
  );
}

/** The way from a change to what it changed. */
function Compare({ comparison }: { readonly comparison: Comparison }) {
  const { pickSide, seekStep } = useTimelineActions();
  const says = useRef<HTMLDivElement>(null);
  const before = useTimeline((state) => runBefore(state)?.branch ?? null);
  const column = useTimeline((state) => runBefore(state)?.column ?? null);
  const isFork = comparison.left.spec.scheme === comparison.right.spec.scheme;
  const differing = isFork ? differences(comparison) : NO_DIFFERENCES;
  const first = comparison.steps.find(({ id }) => differing.has(id));
  return (
    <>
      {isFork && (
        <p className={styles['note']}>
          {`${differing.size} of ${comparison.steps.length} rows differ between left and right; they are marked in the diagram.`}
        </p>
      )}
      {(first || before) && (
        <div ref={says} className={styles['tools']}>
          {first && (
            <Button size="s" icon="differs" onClick={() => seekStep(first.id)}>
              Go to the first difference
            </Button>
          )}
          {before && column && (
            <Button
              size="s"
              onClick={() => {
                // This button goes; what it led to takes the focus.
                flushSync(() => pickSide(column, before));
                says.current?.querySelector('button')?.focus();
              }}
            >
              Compare with the run before
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const NO_DIFFERENCES: ReadonlySet<StepId> = new Set();

function Goal() {
  const lesson = useTimeline((state) => state.lesson);
  const state = useTimeline((all) => goalStatus(all)?.state ?? null);
  const because = useTimeline((all) => goalStatus(all)?.because ?? null);
  const fewest = useTimeline((all) => goalStatus(all)?.fewest?.count ?? null);
  const isUntouched = useTimeline((all) => all.lesson !== null && isOwnRun(all, all.lesson.goal.column));
  const judged = useTimeline((all) => all.lesson && branchOf(all, all.lesson.goal.column));
  const { revise } = useTimelineActions();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!lesson || !state) return null;
  const { goal } = lesson;
  const out = judged && state === 'off-limits' ? unofferedIn(lesson, judged) : [];
  const mend = (how: Revision): void => {
    // The button that was pressed goes.
    flushSync(() => revise(how));
    heading.current?.focus();
  };
  return (
    <section aria-label="Goal" className={styles['part']}>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        Reach a goal
      </h3>
      <p>
        <Prose text={goal.prompt} />
      </p>
      <output>{isUntouched && state === 'open' ? <Chip>Open</Chip> : <GoalVerdict state={state} />}</output>
      {because !== null && (
        <p className={styles['because']}>
          <Prose text={because} />
        </p>
      )}
      {out.length > 0 && (
        <p className={styles['because']}>{`The goal is judged without ${quoted(out)}. What else you did may stay.`}</p>
      )}
      {state === 'reached' && (
        <p>
          <Prose text={goal.praise} />
        </p>
      )}
      {goal.fewest && fewest !== null && (
        <p className={styles['note']}>
          <Prose text={goal.fewest.label} />: <strong>{fewest}</strong>
        </p>
      )}
      <div className={styles['tools']}>
        {goal.settings.length > 0 && (
          <Button size="s" icon="setting" onClick={() => openDialog(`settings-${goal.column}`)}>
            {`Settings on the ${goal.column}`}
          </Button>
        )}
        {out.length > 0 && (
          <Button size="s" onClick={() => mend(withoutUnoffered)}>
            {`Take ${out.length === 1 ? 'it' : 'them'} out, keep the rest`}
          </Button>
        )}
        {(state === 'off-limits' || state === 'other-scheme') && (
          <Button size="s" onClick={() => mend(restored)}>
            Back to the lesson’s run
          </Button>
        )}
      </div>
      {state === 'open' && (
        <details className={styles['hint']}>
          <summary>A hint</summary>
          <Prose text={goal.hint} />
        </details>
      )}
    </section>
  );
}

/** “Log in on his phone as well” and “Leeway 1 min”. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name.charAt(0).toUpperCase()}${name.slice(1)}”`).join(' and ');
}

function GoalVerdict({ state }: { readonly state: NonNullable<ReturnType<typeof goalStatus>>['state'] }) {
  switch (state) {
    case 'reached':
      return <Verdict kind="valid">Reached, by the run itself</Verdict>;
    case 'open':
      return <Verdict kind="warning">Not reached by the run on screen</Verdict>;
    case 'other-scheme':
      return <Verdict kind="warning">Another system stands on that side</Verdict>;
    case 'off-limits':
      return <Verdict kind="warning">Something was changed that the goal does not offer</Verdict>;
  }
}
