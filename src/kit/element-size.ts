import { useState } from 'react';

interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in CSS pixels (scrollbars excluded), and the ref to put on it; null until it has been measured. */
export function useElementSize(): readonly [(element: Element | null) => (() => void) | undefined, ElementSize | null] {
  const [size, setSize] = useState<ElementSize | null>(null);
  const [ref] = useState(() => (element: Element | null) => {
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    // At once, so that the first paint is right already.
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [ref, size];
}
