import type { Column, Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { type Area, type AreaId, areaId } from '#core/state.ts';
import { bothColumns, clampCursor, currentEvents } from '../cursor.ts';
import { intentIn } from '../wording/headings.ts';
import { panelFrames } from './panels.ts';

/** Where the step that led to `k` looked: stores that were asked, secrets that signed or verified, and whatever a request’s credential came from. */
export function areasRead(comparison: Comparison, k: number): Readonly<Record<Column, ReadonlySet<AreaId>>> {
  return bothColumns((column) => {
    const events = currentEvents(comparison, column, k);
    const intent = intentIn(comparison, comparison.steps[clampCursor(comparison, k) - 1]?.intent ?? '');
    const isCopy = intent !== undefined && 'credential' in intent && intent.credential === 'copied';
    const isRead = (area: Area): boolean => events.some((event) => isReadBy(event, area, isCopy));
    return new Set(panelFrames(comparison[column]).flatMap(({ area }) => (isRead(area) ? [areaId(area)] : [])));
  });
}

function isReadBy(event: TraceEvent, { owner, name }: Area, isCopy: boolean): boolean {
  switch (event.kind) {
    case 'store':
      return event.store === name;
    case 'crypto':
      return name === 'secrets' && (event.op === 'sign' || event.op === 'verify');
    case 'request':
      return event.from === owner && event.credentials.length > 0 && isCopy === (name === 'clipboard');
    case 'action':
      return event.actor === owner && event.name === 'replay-credential' && name === 'clipboard';
    default:
      return false;
  }
}
