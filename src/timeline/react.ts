import { createContext, use } from 'react';
import { useStore } from 'zustand/react';
import type { TimelineState } from './state.ts';
import type { Timeline, TimelineActions } from './store.ts';

/** `<TimelineContext value={timeline}>`: the timeline that the views below it show. */
export const TimelineContext = createContext<Timeline | null>(null);

function useTimelineObject(): Timeline {
  const timeline = use(TimelineContext);
  if (!timeline) throw new Error('no <TimelineContext> above this component');
  return timeline;
}

/** What the selector answers, kept up to date. It must answer with the same object for the same state: every selector of this room does. */
export function useTimeline<T>(selector: (state: TimelineState) => T): T {
  return useStore(useTimelineObject().store, selector);
}

/** The actions: the same object for the life of the timeline. */
export function useTimelineActions(): TimelineActions {
  return useTimelineObject().actions;
}
