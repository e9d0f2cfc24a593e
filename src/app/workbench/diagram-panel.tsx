import type { ReactNode } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { type Column, type Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { Diagram } from '#stage/diagram/diagram.tsx';
import { openBet } from '#timeline/bets.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { appStore, explain } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { useRowText } from './use-row-text.ts';
import { useLoaded } from './use-loaded.ts';
import { useNames } from './use-names.ts';

const SidePicker = lazyView(() => import('./side-picker.tsx').then(({ SidePicker: view }) => view));

const loadDifferences = () => import('#projections/diagram/differences.ts');
const NO_DIFFERENCES: ReadonlySet<never> = new Set();

/** A row that is being bet on is not looked at before. */
const goToBet = (): void => void import('../inspector/focus-places.ts').then((places) => places.goToBet());

export function DiagramPanel({ comparison }: { readonly comparison: Comparison }) {
  const { seek } = useTimelineActions();
  const cursor = useTimeline((state) => state.cursor);
  const bet = useTimeline(openBet);
  const isFork = useTimeline((state) => branchOf(state, 'left')?.spec.scheme === branchOf(state, 'right')?.spec.scheme);
  const column = useApp((state) => state.column);
  const reveal = useApp((state) => state.reveal);
  const names = useNames();
  const rowText = useRowText(comparison);
  const compare = useLoaded(loadDifferences, isFork);
  const model = diagramModel(comparison);
  const picker = (side: Column): ReactNode => (
    <Part name={`The picker of ${names[side]}`} fallback={<strong>{names[side]}</strong>}>
      <SidePicker column={side} likeness={SCHEME_TEXTS[comparison[side].spec.scheme].likeness} />
    </Part>
  );
  const only = bet?.bet.only;
  const betColumn: Column | undefined = only && (only.left && only.right ? undefined : only.left ? 'left' : 'right');
  return (
    <Diagram
      model={model}
      k={cursor}
      names={names}
      column={column}
      onColumn={(chosen) => appStore.setState({ column: chosen })}
      leftHeader={picker('left')}
      rightHeader={picker('right')}
      rowText={rowText}
      onSelectRow={(index) => (index === bet?.index ? goToBet() : seek(index + 1))}
      onExplain={explain}
      reveal={reveal}
      differs={(isFork && compare?.differences(comparison)) || NO_DIFFERENCES}
      bet={bet ? { index: bet.index, column: betColumn, onPlace: goToBet } : undefined}
    />
  );
}
