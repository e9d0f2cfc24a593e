import { type Column, type Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { diagramModel } from '#projections/diagram.ts';
import { differences } from '#projections/differences.ts';
import { Diagram } from '#stage/diagram/diagram.tsx';
import { openBet } from '#timeline/bets.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { appStore, explain } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { rowText } from './row-text.ts';
import { SidePicker } from './side-picker.tsx';
import { useNames } from './use-names.ts';

const NO_DIFFERENCES: ReadonlySet<never> = new Set();

export function DiagramPanel({ comparison }: { readonly comparison: Comparison }) {
  const { seek } = useTimelineActions();
  const cursor = useTimeline((state) => state.cursor);
  const bet = useTimeline(openBet);
  const isFork = useTimeline((state) => branchOf(state, 'left')?.spec.scheme === branchOf(state, 'right')?.spec.scheme);
  const column = useApp((state) => state.column);
  const reveal = useApp((state) => state.reveal);
  const names = useNames();
  const model = diagramModel(comparison);
  const only = bet?.bet.only;
  const betColumn: Column | undefined = only && (only.left && only.right ? undefined : only.left ? 'left' : 'right');
  return (
    <Diagram
      model={model}
      k={cursor}
      names={names}
      column={column}
      onColumn={(chosen) => appStore.setState({ column: chosen })}
      leftHeader={<SidePicker column="left" likeness={SCHEME_TEXTS[comparison.left.spec.scheme].likeness} />}
      rightHeader={<SidePicker column="right" likeness={SCHEME_TEXTS[comparison.right.spec.scheme].likeness} />}
      rowText={(index) => rowText(comparison, index)}
      onSelectRow={(index) => seek(index + 1)}
      onExplain={explain}
      reveal={reveal}
      differs={isFork ? differences(comparison) : NO_DIFFERENCES}
      bet={bet ? { index: bet.index, column: betColumn } : undefined}
    />
  );
}
