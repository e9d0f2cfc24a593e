import { type ComponentType, Suspense } from 'react';
import { useStore } from 'zustand/react';
import type { Comparison } from '#core/align.ts';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { useTimeline } from '#timeline/react.ts';
import { type LowerTab, lowerTab, showLower } from './lower-tab.ts';
import { StoragePanels } from './storage-panels.tsx';
import styles from './lower-panel.module.css';

interface LowerViewProps {
  readonly comparison: Comparison;
}

interface LowerView {
  readonly id: LowerTab;
  readonly label: string;
  readonly View: ComponentType<LowerViewProps>;
  /** Offered only beside such runs: always when absent. */
  readonly when?: (comparison: Comparison) => boolean;
}

/** The first is what a page opens with; every other is loaded when it is first chosen. */
export const VIEWS: readonly LowerView[] = [{ id: 'storage', label: 'Storage', View: StoragePanels }];

/** What stands under the diagram, in step with it: one view at a time, all of one height. */
export function LowerPanel({ comparison }: LowerViewProps) {
  const cursor = useTimeline((state) => state.cursor);
  const wanted = useStore(lowerTab, (state) => state.selected);
  const offered = VIEWS.filter(({ when }) => when?.(comparison) ?? true);
  const selected = offered.find(({ id }) => id === wanted)?.id ?? 'storage';
  return (
    <div className={styles['lower']}>
      <Tabs
        label="Under the diagram"
        items={offered.map(({ id, label, View }) => ({
          id,
          label,
          panel: (
            <ErrorBoundary key={id} name={`The view “${label}”`} resetKey={cursor}>
              <Suspense fallback={<section aria-label={label} aria-busy="true" className={styles['loading']} />}>
                <View comparison={comparison} />
              </Suspense>
            </ErrorBoundary>
          ),
        }))}
        selected={selected}
        onSelect={showLower}
      />
    </div>
  );
}
