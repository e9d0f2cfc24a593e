import { type ReactNode, useEffect, useRef } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Tabs } from '#kit/tabs.tsx';
import type { Comparison } from '#core/align.ts';
import { beatAt } from '#timeline/beat-at.ts';
import { betStage } from '#timeline/bet-stage.ts';
import { betsOf } from '#timeline/bets.ts';
import { stepCount } from '#timeline/moves.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { appStore, type InspectorTab } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { BET_ID } from './focus-places.ts';
import { HttpTab } from './http-tab.tsx';
import { Why } from './why.tsx';
import styles from './inspector.module.css';

// Only the first tab is part of the first screen.
const CodeTab = lazyView(() => import('./code-tab.tsx').then(({ CodeTab: tab }) => tab));
const TokenTab = lazyView(() => import('./token-tab.tsx').then(({ TokenTab: tab }) => tab));
const BytesTab = lazyView(() => import('./bytes-tab.tsx').then(({ BytesTab: tab }) => tab));
const TryTab = lazyView(() => import('./try-tab.tsx').then(({ TryTab: tab }) => tab));
const EndOfRun = lazyView(() => import('./end-of-run.tsx').then(({ EndOfRun: view }) => view));
const Explanation = lazyView(() => import('./explanation.tsx').then(({ Explanation: view }) => view));

/** Pixels above what is read first. */
const ROOM = 14;

/** Why this step is as it is, and everything there is to see of it. */
export function Inspector() {
  const comparison = useTimeline(comparisonOf);
  const tab = useApp((state) => state.tab);
  const explained = useApp((state) => state.explained);
  const beat = useTimeline((state) => beatAt(state)?.beat ?? null);
  const stages = useTimeline((state) =>
    betsOf(state)
      .map((bet) => betStage(state, bet))
      .join(''),
  );
  const isAtEnd = useTimeline((state) => state.cursor >= stepCount(state));
  const said = useRef<HTMLElement>(null);

  useEffect(() => {
    if (said.current && (explained ?? beat ?? stages)) readFromTheStart(said.current);
  }, [explained, beat, stages]);

  return (
    <section aria-label="Inspector" className={styles['inspector']}>
      <div className={styles['words']}>
        {/* It scrolls, so the keyboard must reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section ref={said} className={styles['said']} aria-label="Why" tabIndex={0}>
          {explained && comparison ? (
            <Panel name="The explanation">
              <Explanation comparison={comparison} explained={explained} />
            </Panel>
          ) : (
            <Why />
          )}
        </section>
        {comparison && isAtEnd && !explained && (
          <Part name="What next">
            <EndOfRun />
          </Part>
        )}
      </div>
      <div className={styles['details']}>
        {comparison && (
          <Tabs
            label="Details of this step"
            items={tabsOf(comparison)}
            selected={tab}
            onSelect={(id) => appStore.setState({ tab: id })}
          />
        )}
      </div>
    </section>
  );
}

/** What is said anew is read from its beginning; from the title, or the bet itself, where else a bet would not be seen whole. */
function readFromTheStart(said: HTMLElement): void {
  said.scrollTo({ top: 0 });
  const card = said.querySelector(`#${BET_ID}`);
  if (!card?.parentElement) return;
  const { top, height } = said.getBoundingClientRect();
  const { bottom } = card.getBoundingClientRect();
  for (const start of card.parentElement.children) {
    const above = start.getBoundingClientRect().top - ROOM;
    if (bottom - above > height && start !== card) continue;
    said.scrollTo({ top: above - top });
    return;
  }
}

function tabsOf(
  comparison: Comparison,
): readonly { readonly id: InspectorTab; readonly label: string; readonly panel: ReactNode }[] {
  return [
    { id: 'http', label: 'HTTP', panel: panel('The HTTP view', <HttpTab comparison={comparison} />) },
    { id: 'code', label: 'Code', panel: panel('The code view', <CodeTab comparison={comparison} />) },
    { id: 'token', label: 'Token', panel: panel('The token view', <TokenTab comparison={comparison} />) },
    { id: 'bytes', label: 'Bytes', panel: panel('The bytes view', <BytesTab comparison={comparison} />) },
    { id: 'try', label: 'Try it', panel: panel('The changes', <TryTab comparison={comparison} />) },
  ];
}

/** With a key: a fault of one view is not carried over to the next. */
const panel = (name: string, view: ReactNode): ReactNode => (
  <Panel key={name} name={name}>
    {view}
  </Panel>
);

/** A fault in one view is said in its place; the others go on. */
function Panel({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const cursor = useTimeline((state) => state.cursor);
  return (
    <Part name={name} resetKey={cursor} fallback={<p className={styles['loading']}>Loading…</p>}>
      {children}
    </Part>
  );
}
