import type { ReactNode } from 'react';
import { Tabs } from '#kit/tabs.tsx';
import { type ToolId, useBench, useBenchState } from '../bench.ts';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { GuessPanel } from '../guess/guess-panel.tsx';
import { SharePanel } from '../share/share-panel.tsx';
import { SignPanel } from '../sign/sign-panel.tsx';
import { TamperPanel } from '../tamper/tamper-panel.tsx';
import { TOOLS, WORKSHOP_TITLE } from './tools.ts';
import styles from './workshop.module.css';

/** The other side: above a token is read and checked, here it is made, broken and compared. Loaded after the rest of the page. */
export function Workshop() {
  const bench = useBench();
  const tool = useBenchState((state) => state.tool);
  return (
    <section className={styles['workshop']} aria-labelledby={WORKSHOP_TITLE}>
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
          panel: <div className={styles['panel']}>{PANELS[id]}</div>,
        }))}
      />
    </section>
  );
}

const PANELS: Readonly<Record<ToolId, ReactNode>> = {
  sign: <SignPanel />,
  tamper: <TamperPanel />,
  guess: <GuessPanel />,
  compare: <ComparePanel />,
  share: <SharePanel />,
};
