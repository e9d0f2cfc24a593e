import { type ComponentType, Suspense } from 'react';
import { useStore } from 'zustand/react';
import type { Comparison } from '#core/align.ts';
import { IconButton } from '#kit/button.tsx';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { lazyView } from '#kit/lazy-view.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
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

const LifetimesPanel = lazyView(() => import('./lifetimes-view.tsx').then(({ LifetimesPanel: view }) => view));
const WhereStateLivesView = lazyView(() => import('./state-view.tsx').then(({ WhereStateLivesView: view }) => view));

const SqlView = lazyView(() => import('./sql-view.tsx').then(({ SqlView: view }) => view));

/** The first is what a page opens with; every other is loaded when it is first chosen. */
export const VIEWS: readonly LowerView[] = [
  { id: 'storage', label: 'Storage', View: StoragePanels },
  { id: 'lifetimes', label: 'Lifetimes', View: LifetimesPanel },
  { id: 'state', label: 'Where state lives', View: WhereStateLivesView },
  { id: 'sql', label: 'SQL', View: SqlView, when: hasTables },
];

function hasTables({ left, right }: Comparison): boolean {
  return SCHEME_TEXTS[left.spec.scheme].sql || SCHEME_TEXTS[right.spec.scheme].sql;
}

/** What stands under the diagram, in step with it: one view at a time, all of one height. */
export function LowerPanel({ comparison }: LowerViewProps) {
  const cursor = useTimeline((state) => state.cursor);
  const wanted = useStore(lowerTab, (state) => state.selected);
  const isLarge = useStore(lowerTab, (state) => state.isLarge);
  const offered = VIEWS.filter(({ when }) => when?.(comparison) ?? true);
  const selected = offered.find(({ id }) => id === wanted)?.id ?? 'storage';
  return (
    <div className={styles['lower']} data-large={isLarge || undefined}>
      <span className={styles['size']}>
        <IconButton
          icon="chevron"
          size="s"
          tone="quiet"
          label={isLarge ? 'Make the lower part as it was' : 'Make the lower part larger, over the diagram'}
          aria-pressed={isLarge}
          onClick={() => lowerTab.setState({ isLarge: !isLarge })}
        />
      </span>
      <Tabs
        label="Under the diagram"
        items={offered.map(({ id, label, View }) => ({
          id,
          label,
          panel: (
            <ErrorBoundary key={id} name={`The view “${label}”`} resetKey={cursor}>
              <VisuallyHidden as="h2">{label}</VisuallyHidden>
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
