import { useState, type RefCallback } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The content size of an element in CSS pixels, and the ref to put on it; null until it has been measured. */
export function useElementSize(): readonly [RefCallback<Element>, ElementSize | null] {
  const [size, setSize] = useState<ElementSize | null>(null);
  const [ref] = useState(() => (element: Element | null) => {
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [ref, size];
}
