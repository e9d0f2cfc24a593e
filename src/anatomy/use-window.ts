import { useLayoutEffect, useState } from 'react';

/** The part of a long list that is in the DOM, and how to move it. Every row has the same height. */
export interface ListWindow {
  /** The `ref` of the element that scrolls. */
  readonly attach: (element: HTMLElement | null) => void;
  readonly onScroll: () => void;
  /** Rows from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** Scrolls just so far that a row is in view. */
  readonly reveal: (row: number) => void;
}

/** Rows drawn above and below what is in view, so that a quick scroll shows no gap. */
const SPARE = 8;
/** Where nothing can be measured. */
const UNMEASURED = 600;

/** @param rowHeight in CSS pixels */
export function useWindow(count: number, rowHeight: number): ListWindow {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(UNMEASURED);

  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setHeight(element.clientHeight || UNMEASURED);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE);
  return {
    attach: setElement,
    onScroll: () => setTop(element?.scrollTop ?? 0),
    first: Math.min(first, Math.max(0, end - 1)),
    end,
    reveal: (row) => {
      if (element) scrollTo(element, row * rowHeight, rowHeight);
    },
  };
}

/** Moves as little as it takes to bring a row into view. */
function scrollTo(element: HTMLElement, start: number, height: number): void {
  if (start < element.scrollTop) element.scrollTop = start;
  else if (start + height > element.scrollTop + element.clientHeight) {
    element.scrollTop = start + height - element.clientHeight;
  }
}
