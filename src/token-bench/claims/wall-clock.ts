import { useSyncExternalStore } from 'react';

/** The reader's own clock, in whole Unix seconds. One timer for the whole page, and none while the page is hidden or nobody looks. */
interface WallClock {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => number;
}

const SECOND = 1000;

function createWallClock(): WallClock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let second = currentSecond();

  const tick = (): void => {
    second = currentSecond();
    for (const listener of listeners) listener();
    run();
  };
  const run = (): void => {
    clearTimeout(timer);
    // Just behind the turn of the second, so that a countdown shows each number for as long as it lasts.
    if (listeners.size > 0 && !document.hidden) timer = setTimeout(tick, SECOND - (Date.now() % SECOND) + 5);
  };
  const onVisibility = (): void => (document.hidden ? clearTimeout(timer) : tick());

  return {
    now: () => second,
    subscribe(listener) {
      if (listeners.size === 0) {
        document.addEventListener('visibilitychange', onVisibility);
        second = currentSecond();
      }
      listeners.add(listener);
      run();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', onVisibility);
      };
    },
  };
}

function currentSecond(): number {
  return Math.floor(Date.now() / SECOND);
}

const wallClock = createWallClock();

/** Now, in Unix seconds; the component is drawn anew every second while the page is in view. */
export function useNow(): number {
  return useSyncExternalStore(wallClock.subscribe, wallClock.now);
}
