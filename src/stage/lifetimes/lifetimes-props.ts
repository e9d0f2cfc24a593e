import type { ReactNode } from 'react';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { LifetimesView } from '#projections/lifetimes/lifetimes.ts';
import type { DeviceOutlook } from '#projections/lifetimes/outlook.ts';

export interface LifetimesProps {
  readonly view: LifetimesView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** What the axis makes room for: seconds, sorted, from 0. */
  readonly moments: readonly number[];
  /** Every second the same length, without breaks. */
  readonly isTrueToScale: boolean;
  /** The second that each side is looked at: its present, or where the clock is being dragged to. */
  readonly at: Readonly<Record<Column, number>>;
  /** What the next request of each browser would come to in that second. */
  readonly outlooks: Readonly<Record<Column, readonly DeviceOutlook[]>>;
  /** Where the now-line stands, and whether it has been taken there without being let go. */
  readonly clock: { readonly at: number; readonly isPreview: boolean };
  /** Where the clock stands when it is not dragged. */
  readonly present: number;
  /** What stands above the axis. */
  readonly controls: ReactNode;
  /** Stands in the place of the lives, under the axis; null for the lives. */
  readonly instead: ReactNode;
  /** The clock is dragged to that second; null puts it back. */
  readonly onPreview: (at: number | null) => void;
  /** The clock is let go there. */
  readonly onLetGo: (at: number) => void;
  /** A request’s mark, or what a row begins with, was chosen. */
  readonly onExplain: (event: EventId, column: Column) => void;
}
