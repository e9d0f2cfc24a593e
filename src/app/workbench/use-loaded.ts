import { useEffect, useState } from 'react';

/** What a lazy import gives, null until it is there. Without the file it stays null: give it something to fall back to. */
export function useLoaded<Module>(load: () => Promise<Module>, isWanted = true): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);

  useEffect(() => {
    if (!loaded && isWanted) load().then(setLoaded, () => undefined);
  }, [loaded, load, isWanted]);

  return loaded;
}
