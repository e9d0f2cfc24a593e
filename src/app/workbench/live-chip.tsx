import { COLUMNS } from '#core/align.ts';
import { Button } from '#kit/button.tsx';
import { Chip } from '#kit/chip.tsx';
import { Icon } from '#kit/icon.tsx';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import type { TimelineState } from '#timeline/state.ts';
import { useApp } from '../use-app.ts';
import styles from './lesson-bar.module.css';

type Shown = 'running' | 'recorded' | 'live' | 'failed';

/** The state of the two runs on screen as one word: the weaker of the two. */
function shownStatus(state: TimelineState): Shown {
  const statuses = COLUMNS.map((column) => branchOf(state, column)?.status ?? 'running');
  const order: readonly Shown[] = ['failed', 'running', 'recorded', 'live'];
  return order.find((status) => statuses.includes(status)) ?? 'running';
}

/** Whether what is on screen was recorded at build or has just been run here, over real requests. */
export function LiveChip() {
  const { cancel } = useTimelineActions();
  const status = useTimeline(shownStatus);
  const isWanted = useTimeline((state) => state.wanted !== null);
  const via = useApp((state) => state.live);
  if (isWanted && via !== 'starting') {
    return (
      <>
        <span className={styles['running']}>
          <Chip>Running…</Chip>
        </span>
        <Button size="s" tone="quiet" onClick={cancel}>
          Cancel
        </Button>
      </>
    );
  }
  switch (status) {
    case 'live':
      return (
        <span title={liveTitle(via)}>
          <Chip>
            <Icon name="check" /> live
          </Chip>
        </span>
      );
    case 'failed':
      return <Chip tone="outline">failed</Chip>;
    case 'recorded':
    case 'running':
      return (
        <span title="Recorded when the app was built, by the same code">
          <Chip>recorded</Chip>
        </span>
      );
  }
}

function liveTitle(via: string): string {
  const way = via === 'service-worker' ? 'through the service worker' : 'through the page’s own interceptor';
  return `Every arrow is a real HTTP request made here ${way}`;
}
