import { createTimeline } from '#timeline/store.ts';

/** The page's one timeline. A second window would make its own. */
export const timeline = createTimeline();
