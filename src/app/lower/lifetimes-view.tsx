import { useState } from 'react';
import { useStore } from 'zustand/react';
import { type Column, type Comparison } from '#core/align.ts';
import { Button } from '#kit/button.tsx';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { headingIn } from '#projections/wording/headings.ts';
import { lifetimesView, momentsOf } from '#projections/lifetimes/lifetimes.ts';
import { outlookAt } from '#projections/lifetimes/outlook.ts';
import { shortDuration } from '#projections/wording/durations.ts';
import { Lifetimes } from '#stage/lifetimes/lifetimes.tsx';
import { restAfter } from '#timeline/pass-time.ts';
import { useTimeline } from '#timeline/react.ts';
import { explain } from '../app-store.ts';
import { clockChoices, columnsIn } from '../clock/clock-choices.ts';
import { ClockPanel } from '../clock/clock-panel.tsx';
import { ExpiryTables } from '../clock/expiry-tables.tsx';
import { backTo, passUntil } from '../clock/move-clock.ts';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { lowerTab } from './lower-tab.ts';
import { useNames } from '../workbench/use-names.ts';
import styles from './lifetimes-view.module.css';

/** The clock in somebody's hand, or let go and on its way. It holds for the runs and the step at which it was taken. */
interface Held {
  readonly at: number;
  readonly comparison: Comparison;
  readonly cursor: number;
  readonly isLetGo: boolean;
}

/** The life of every credential, and the clock. While it is dragged everything is projected, and nothing is run. */
export function LifetimesPanel({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const isRunning = useTimeline((state) => state.wanted !== null);
  const scope = useStore(clockChoices, (choices) => choices.scope);
  const isTrueToScale = useStore(clockChoices, (choices) => choices.isTrueToScale);
  const showsTables = useStore(clockChoices, (choices) => choices.showsTables);
  const whyNot = useWhyNotHere();
  const names = useNames();
  const [taken, setTaken] = useState<Held | null>(null);
  const isHere = taken?.comparison === comparison && taken.cursor === cursor && (!taken.isLetGo || isRunning);
  const held = isHere ? taken : null;

  // The clock moves once what is under way has come to its end: that state is what a preview goes out from.
  const rest = held ? restAfter(comparison, cursor) : cursor;
  const view = lifetimesView(comparison, rest);
  const columns = columnsIn(scope);
  const present = Math.max(...columns.map((column) => view[column].now));
  const secondOn = (column: Column): number => (held && columns.includes(column) ? held.at : view[column].now);
  const at = { left: secondOn('left'), right: secondOn('right') };

  const letGo = (second: number): void => {
    const from = restAfter(comparison, cursor);
    const start = lifetimesView(comparison, from);
    const isAhead = columns.some((column) => second > start[column].now);
    const isBehind = columns.every((column) => second < start[column].now);
    if (isAhead && whyNot === null) {
      setTaken({ at: second, comparison, cursor, isLetGo: true });
      passUntil(columns, start, second);
      return;
    }
    setTaken(null);
    if (isBehind) backTo(comparison, cursor, columns, second);
  };

  return (
    <Lifetimes
      view={view}
      names={names}
      moments={momentsOf(comparison)}
      isTrueToScale={isTrueToScale}
      at={at}
      outlooks={{
        left: outlookAt(comparison, 'left', rest, at.left),
        right: outlookAt(comparison, 'right', rest, at.right),
      }}
      clock={{ at: held?.at ?? present, isPreview: held !== null }}
      present={present}
      controls={
        <div className={styles['controls']}>
          <ClockPanel comparison={comparison}>
            <Button
              size="s"
              aria-pressed={isTrueToScale}
              title="Every second the same length, without breaks in the axis"
              onClick={() => clockChoices.setState({ isTrueToScale: !isTrueToScale })}
              className={styles['toggle']}
            >
              True to scale
            </Button>
            <Button
              size="s"
              aria-pressed={showsTables}
              title="What the source documents say of expiry, beside what a run of it does"
              onClick={() => {
                clockChoices.setState({ showsTables: !showsTables });
                // They are read as a whole: over the diagram there is room for that.
                lowerTab.setState({ isLarge: !showsTables });
              }}
              className={styles['toggle']}
            >
              Expiry tables
            </Button>
          </ClockPanel>
          {held && (
            <p className={styles['strip']}>
              {heldWords(held.at - present, underWay(comparison, cursor, rest), whyNot)}
            </p>
          )}
        </div>
      }
      instead={showsTables ? <ExpiryTables comparison={comparison} /> : null}
      onPreview={(second) => setTaken(second === null ? null : { at: second, comparison, cursor, isLetGo: false })}
      onLetGo={letGo}
      onExplain={explain}
    />
  );
}

/** What comes to its end before the clock moves; null at a rest. */
function underWay(comparison: Comparison, cursor: number, rest: number): string | null {
  const intent = comparison.steps[cursor - 1]?.intent;
  return rest === cursor || intent === undefined ? null : headingIn(comparison, intent);
}

/** What letting go would do. */
function heldWords(seconds: number, before: string | null, whyNot: string | null): string {
  const keys = 'Let go or press Enter';
  if (seconds < 0) {
    return `${elapsedText(-seconds)} ago. Time runs forward only. ${keys}: back to the last step before. Esc: stay.`;
  }
  if (seconds === 0) return 'This is now. Drag on, or press Esc.';
  if (whyNot !== null) return `In ${shortDuration(seconds)}, as it would stand. ${whyNot}`;
  const after = before === null ? '' : ` after “${before}”`;
  return `In ${shortDuration(seconds)}${after}, if nothing happens. ${keys}: that time passes. Esc: it does not.`;
}
