import { useEffect, useState } from 'react';

/** What a lazy import gives, null until it is there. Without the file it stays null: give it something to fall back to. */
export function useLoaded<Module>(load: () => Promise<Module>, isWanted = true): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);

  useEffect(() => {
    if (loaded || !isWanted) return undefined;
    return whenIdle(() => void load().then(setLoaded, () => undefined));
  }, [loaded, load, isWanted]);

  return loaded;
}

/** Milliseconds after which it is done however busy the browser is. */
const PATIENCE_MS = 1_000;
/** How long a browser is left alone that cannot say when it is idle (Safari). Milliseconds. */
const PAUSE_MS = 200;

/** Calls once, when what made it wanted has been painted and the browser has nothing better to do. Returns how to call it off. */
function whenIdle(act: () => void): () => void {
  let cancel = () => cancelAnimationFrame(frame);
  const frame = requestAnimationFrame(() => {
    if ('requestIdleCallback' in globalThis) {
      const idle = requestIdleCallback(act, { timeout: PATIENCE_MS });
      cancel = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(act, PAUSE_MS);
      cancel = () => clearTimeout(timer);
    }
  });
  return () => cancel();
}
