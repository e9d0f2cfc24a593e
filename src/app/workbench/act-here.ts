import type { Column } from '#core/align.ts';
import { forkHere, type Insertion } from '#timeline/fork-here.ts';
import { isLive, type LiveStatus } from '../app-store.ts';
import { timeline } from '../timeline.ts';
import { useApp } from '../use-app.ts';

/** Makes something happen where the cursor stands: a fork, which can be undone. */
export function actHere(columns: readonly Column[], insertion: Insertion): void {
  forkHere(timeline, columns, insertion);
}

/** Why nothing can be made to happen just now; null where it can. */
export function useWhyNotHere(): string | null {
  return useApp(({ live }) => whyNot(live));
}

function whyNot(live: LiveStatus): string | null {
  if (isLive(live)) return null;
  return live === 'starting'
    ? 'The simulation is still loading; then this can be tried.'
    : 'Trying this needs the simulation, which cannot run here.';
}
