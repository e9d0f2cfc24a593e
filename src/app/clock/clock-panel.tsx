import { useStore } from 'zustand/react';
import type { Comparison } from '#core/align.ts';
import { Select } from '#kit/select.tsx';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { END_LABELS } from '#projections/lifetimes/lifetime-words.ts';
import { type LifetimesView, lifetimesView, type NextExpiry, nextExpiry } from '#projections/lifetimes/lifetimes.ts';
import { ClockControl } from '#stage/lifetimes/clock-control.tsx';
import { LONGEST_WAIT, restAfter } from '#timeline/pass-time.ts';
import { useTimeline } from '#timeline/react.ts';
import type { ReactNode } from 'react';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { useNames } from '../workbench/use-names.ts';
import { clockChoices, type ClockScope, columnsIn } from './clock-choices.ts';
import { passOn, passUntil } from './move-clock.ts';

const LONGEST = { seconds: LONGEST_WAIT, text: '400 days' };

/** Moves the clock of both systems, or of one, at the step on screen. */
export function ClockPanel({
  comparison,
  children,
}: {
  readonly comparison: Comparison;
  readonly children?: ReactNode;
}) {
  const cursor = useTimeline((state) => state.cursor);
  const scope = useStore(clockChoices, (choices) => choices.scope);
  const names = useNames();
  const columns = columnsIn(scope);
  const view = lifetimesView(comparison, restAfter(comparison, cursor));
  const next = nextExpiry(view, columns);
  return (
    <ClockControl
      next={next && { ...nextWords(next, names), onGo: () => passUntil(columns, view, next.at) }}
      whyNot={useWhyNotHere()}
      longest={LONGEST}
      onPass={(seconds) => passOn(columns, seconds)}
    >
      <Select
        label="Whose clock moves"
        value={scope}
        options={[
          { value: 'both', label: 'both sides' },
          { value: 'left', label: `left: ${names.left}` },
          { value: 'right', label: `right: ${names.right}` },
        ]}
        onChange={(chosen: ClockScope) => clockChoices.setState({ scope: chosen })}
      />
      {children}
    </ClockControl>
  );
}

function nextWords({ at, of }: NextExpiry, names: Readonly<Record<keyof LifetimesView, string>>) {
  const ending = of.map(
    ({ column, lifetime, end }) => `${names[column]}: ${lifetime.name} (${END_LABELS[end.reason]})`,
  );
  const what = new Set(of.map(({ lifetime }) => lifetime.name.toLowerCase()));
  return {
    label: `${elapsedText(at)}, ${[...what].join(' and ')}`,
    title: `Lets time pass until ${elapsedText(at)}. Then ends, ${ending.join('; ')}`,
  };
}
