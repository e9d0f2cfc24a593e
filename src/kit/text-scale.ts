import { useSyncExternalStore } from 'react';

const ROOT_FONT = 16;

/**
 * How much larger than 16 px the root font is: 1.25 in the projector theme, or what the reader set in the browser. For what is drawn in
 * pixels and has to grow with the text; never below 1, since what is drawn would become too small to read.
 */
export function useTextScale(): number {
  return useSyncExternalStore(subscribe, measure, () => 1);
}

let measured: number | null = null;

function subscribe(listener: () => void): () => void {
  const check = (): void => {
    measured = null;
    listener();
  };
  // While nobody listened it may have changed.
  measured = null;
  const observer = new MutationObserver(check);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'style', 'class'] });
  globalThis.addEventListener('resize', check);
  return () => {
    observer.disconnect();
    globalThis.removeEventListener('resize', check);
  };
}

function measure(): number {
  measured ??= Math.max(1, (parseFloat(getComputedStyle(document.documentElement).fontSize) || ROOT_FONT) / ROOT_FONT);
  return measured;
}
