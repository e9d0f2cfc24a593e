import { useLayoutEffect, useRef, type RefObject } from 'react';
import { scrollFor, type Bands } from './layout.ts';

interface Following {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly bands: Bands;
  /** The row to keep in view. */
  readonly index: number;
  /** Pixels of rows in view; 0 before it is known. */
  readonly viewHeight: number;
  readonly reducedMotion: boolean;
  /** Told where a jump goes, before the browser says so. */
  readonly onJump: (scrollTop: number) => void;
}

/** Keeps the current row in view: scrolls only when it leaves the comfortable part, gently for a single step, at once for a jump. */
export function useFollow({ scroller, bands, index, viewHeight, reducedMotion, onJump }: Following): void {
  const followed = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || viewHeight <= 0) return;
    const gentle = !reducedMotion && followed.current !== null && Math.abs(index - followed.current) === 1;
    followed.current = index;
    const target = scrollFor(bands, index, element.scrollTop, viewHeight);
    if (target === null) return;
    element.scrollTo({ top: target, behavior: gentle ? 'smooth' : 'instant' });
    if (!gentle) onJump(target);
  }, [scroller, bands, index, viewHeight, reducedMotion, onJump]);
}
