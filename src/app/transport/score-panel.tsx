import { type ReactNode, useState } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { numberText } from '#kit/number-text.ts';
import { Part } from '#kit/part.tsx';
import { Popover } from '#kit/popover.tsx';
import { clockView } from '#projections/clock.ts';
import { scoreView } from '#projections/score.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './score-panel.module.css';

const ClockPopover = lazyView(() => import('../clock/clock-popover.tsx').then(({ ClockPopover: view }) => view));

/** What has really run so far, left : right. */
export function ScorePanel() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  if (!comparison) return null;
  const { left, right } = scoreView(comparison, cursor);
  const clock = clockView(comparison, cursor);
  return (
    <dl className={styles['score']} aria-label="Score, left against right">
      <Figure
        label="virtual clock"
        says="The simulation’s own time, the later of the two sides. It begins at 09:00:00 UTC; every act moves it by what that act costs, and waiting costs the reader nothing."
        more={<ClockPopover comparison={comparison} />}
      >
        {clock.text}
      </Figure>
      <Figure
        label="auth reads"
        says={`Times a store was read to recognise the login, left : right. What the requests themselves read is counted apart: ${left.requestReads} : ${right.requestReads}.`}
      >
        {left.authReads} : {right.authReads}
      </Figure>
      <Figure
        label="auth writes"
        says={`Times a store was written to remember or end the login, left : right. What the requests themselves write is counted apart: ${left.requestWrites} : ${right.requestWrites}.`}
      >
        {left.authWrites} : {right.authWrites}
      </Figure>
      <Figure label="credential sent" says="Bytes of cookies and tokens that browsers have sent so far, left : right.">
        {numberText(left.credentialBytes)} : {numberText(right.credentialBytes)} B
      </Figure>
      <Figure
        label="round trips"
        says="Requests that have been answered so far, left : right. Each is a way there and a way back."
      >
        {left.roundTrips} : {right.roundTrips}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly says: string;
  /** What can be done about it: there while the explanation is open. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** Its explanation opens from anywhere on it. */
function Figure({ label, says, more, children }: FigureProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles['figure']} data-explained>
      <dt className={styles['label']}>
        <Popover trigger={label} label={`${label}: what it counts`} className={styles['ask']} onOpenChange={setIsOpen}>
          <p className={styles['says']}>{says}</p>
          {more !== undefined && (
            <div className={styles['more']}>
              <Part name="The clock">{isOpen && more}</Part>
            </div>
          )}
        </Popover>
      </dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  );
}
