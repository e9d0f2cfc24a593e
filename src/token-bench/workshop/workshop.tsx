import { useEffect, useRef } from 'react';
import { Button } from '#kit/button.tsx';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { useBench, useBenchState } from '../bench.ts';
import { TOOLS, WORKSHOP_TITLE } from './tools.ts';
import styles from './workshop.module.css';

/** Most readers only read: what makes and breaks tokens is loaded for those who come here. */
const ToolPanel = lazyView(() => import('./tool-panel.tsx').then((module) => module.ToolPanel));

/** The other side: above a token is read and checked, here it is made, broken and compared. */
export function Workshop() {
  const bench = useBench();
  const tool = useBenchState((state) => state.tool);
  const isOpen = useBenchState((state) => state.areToolsOpen);
  const place = usePlaceSeen();
  return (
    // Whoever gets here by the keyboard has come to the tools as well; nothing here is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles['workshop']} aria-labelledby={WORKSHOP_TITLE} onFocus={bench.openTools}>
      <header className={styles['head']}>
        <h2 id={WORKSHOP_TITLE} tabIndex={-1}>
          The other side
        </h2>
        <p>Above, a receiver reads and checks. Here you are the issuer, or the attacker.</p>
      </header>
      <Tabs
        label="Tools"
        selected={tool}
        onSelect={bench.selectTool}
        items={TOOLS.map(({ id, name }) => ({
          id,
          label: name,
          panel: (
            <div ref={place} className={styles['panel']}>
              {isOpen ? (
                <Part name="The tool" fallback={<div className={styles['coming']} />}>
                  <ToolPanel tool={tool} />
                </Part>
              ) : (
                <Unopened />
              )}
            </div>
          ),
        }))}
      />
    </section>
  );
}

/** What stands there until somebody comes. */
function Unopened() {
  const bench = useBench();
  const isEmpty = useBenchState((state) => state.reading === null);
  return (
    <div className={isEmpty ? undefined : styles['coming']}>
      <Button icon="key" onClick={bench.openTools}>
        Write and sign a token
      </Button>
    </div>
  );
}

/** Opens the tools once their place is in view below a token: whoever has scrolled there wants them. */
function usePlaceSeen() {
  const bench = useBench();
  const place = useRef<HTMLDivElement>(null);
  const isWaiting = useBenchState(({ areToolsOpen, reading }) => !areToolsOpen && reading !== null);
  useEffect(() => {
    if (!isWaiting || !place.current) return undefined;
    if (typeof IntersectionObserver === 'undefined') {
      bench.openTools();
      return undefined;
    }
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) bench.openTools();
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [bench, isWaiting]);
  return place;
}
