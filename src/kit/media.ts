import { useSyncExternalStore } from 'react';

/** Whether a media query matches now; follows changes. False where there is no `matchMedia`. */
function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = globalThis.matchMedia?.(query);
      list?.addEventListener('change', notify);
      return () => list?.removeEventListener('change', notify);
    },
    () => globalThis.matchMedia?.(query).matches ?? false,
    () => false,
  );
}

/** True where the page scrolls and one thing stands below the other: what is said of a step may be out of sight. */
export function useStacked(): boolean {
  return useMediaQuery('(width < 44.99rem), (height < 33.99rem)');
}

/** True where the reader asked for less motion: steps are then instant. */
export function useReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
