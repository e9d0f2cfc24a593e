import { useEffect, useRef } from 'react';
import { useAnchors } from '#kit/anchors.ts';
import { useReducedMotion } from '#kit/media.ts';
import type { FlightProps } from './flight-props.ts';
import { legsOf } from './legs.ts';
import type { Fly } from './fly.ts';

/** Loaded with the first step, in which nothing flies yet. */
function loadFly(): Promise<{ readonly fly: Fly }> {
  return import('./fly.ts');
}

/**
 * Moves the credential of the newest step once: along its arrow, or from its box to the entry that keeps it. It draws nothing: the object
 * that moves is the one the diagram shows at rest. A step back, a jump or a wish for less motion shows the rest at once.
 */
export function Flight({ model, k, storage }: FlightProps) {
  const anchors = useAnchors();
  const reducedMotion = useReducedMotion();
  const shown = useRef({ model, k });
  const fly = useRef<Fly | null>(null);

  const hasBegun = k > 0;
  useEffect(() => {
    if (reducedMotion || !hasBegun) return undefined;
    let wanted = true;
    loadFly().then(
      (loaded) => {
        if (wanted) fly.current = loaded.fly;
      },
      // Without it the credential is simply at its end.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [reducedMotion, hasBegun]);

  useEffect(() => {
    const before = shown.current;
    shown.current = { model, k };
    if (reducedMotion || before.model !== model || k !== before.k + 1) return undefined;
    const row = model.rows[k - 1];
    if (!row || !fly.current) return undefined;
    const flights = legsOf(row, storage, anchors).map(fly.current);
    return () => {
      for (const stop of flights) stop();
    };
  }, [model, k, storage, anchors, reducedMotion]);

  return null;
}
