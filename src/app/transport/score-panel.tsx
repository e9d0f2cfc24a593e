import type { ReactNode } from 'react';
import { clockView } from '#projections/clock.ts';
import { scoreView } from '#projections/score.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './score-panel.module.css';

/** What has really run so far, left : right. */
export function ScorePanel() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  if (!comparison) return null;
  const { left, right } = scoreView(comparison, cursor);
  const clock = clockView(comparison, cursor);
  return (
    <dl className={styles['score']} aria-label="Score, left against right">
      <Figure label="virtual clock" title="The simulation’s own time; waiting costs nothing">
        {clock.text}
      </Figure>
      <Figure
        label="auth reads"
        title={`Store reads that recognise the login. The requests’ own, counted apart: ${left.requestReads} : ${right.requestReads}`}
      >
        {left.authReads} : {right.authReads}
      </Figure>
      <Figure
        label="auth writes"
        title={`Store writes that remember the login. The requests’ own, counted apart: ${left.requestWrites} : ${right.requestWrites}`}
      >
        {left.authWrites} : {right.authWrites}
      </Figure>
      <Figure label="credential sent" title="Bytes of credentials that browsers have sent">
        {left.credentialBytes} : {right.credentialBytes} B
      </Figure>
      <Figure label="round trips" title="Requests that have been answered">
        {left.roundTrips} : {right.roundTrips}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Figure({ label, title, children }: FigureProps) {
  return (
    <div className={styles['figure']} title={title}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  );
}
