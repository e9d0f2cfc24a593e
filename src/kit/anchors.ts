import { createContext, use, useCallback, type RefCallback } from 'react';

/** Where things stand on the page, by name, so that one panel can send an object to another without knowing it. */
export interface Anchors {
  readonly get: (key: string) => Element | null;
  /** Names an element until the returned function is called. */
  readonly register: (key: string, element: Element) => () => void;
}

export function createAnchors(): Anchors {
  const elements = new Map<string, Element>();
  return {
    get: (key) => elements.get(key) ?? null,
    register(key, element) {
      elements.set(key, element);
      return () => {
        // A later element may have taken the name already.
        if (elements.get(key) === element) elements.delete(key);
      };
    },
  };
}

/** One register for the page; a test or a second window gives its own. */
export const AnchorsContext = createContext<Anchors>(createAnchors());

export function useAnchors(): Anchors {
  return use(AnchorsContext);
}

/** A ref that names its element, or nothing while the key is null. */
export function useAnchor(key: string | null): RefCallback<Element> {
  const anchors = useAnchors();
  return useCallback(
    (element) => (key === null || !element ? undefined : anchors.register(key, element)),
    [anchors, key],
  );
}

/** The credential on the current row of a column. */
export function packetAnchor(column: string): string {
  return `packet/${column}`;
}

/** The entry of a storage panel that holds a credential. `area` is its area's id. */
export function entryAnchor(column: string, area: string, entry: string): string {
  return `entry/${column}/${area}/${entry}`;
}
