import { createStore } from 'zustand/vanilla';
import { type Column, COLUMNS } from '#core/align.ts';

export type ClockScope = 'both' | Column;

interface ClockChoices {
  /** Whose clock moves. */
  readonly scope: ClockScope;
  readonly isTrueToScale: boolean;
  /** The expiry tables in the place of the lives. */
  readonly showsTables: boolean;
}

/** How the clock is moved and looked at: until the page is left, and in no link. */
export const clockChoices = createStore<ClockChoices>(() => ({
  scope: 'both',
  isTrueToScale: false,
  showsTables: false,
}));

export function columnsIn(scope: ClockScope): readonly Column[] {
  return scope === 'both' ? COLUMNS : [scope];
}
