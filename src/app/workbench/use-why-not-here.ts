import { isLive, type LiveStatus } from '../app-store.ts';
import { useApp } from '../use-app.ts';

/** Why nothing can be made to happen just now; null where it can. Apart from what makes it happen, which is of no use before. */
export function useWhyNotHere(): string | null {
  return useApp(({ live }) => whyNot(live));
}

function whyNot(live: LiveStatus): string | null {
  if (isLive(live)) return null;
  return live === 'starting'
    ? 'The simulation is still loading; then this can be tried.'
    : 'Trying this needs the simulation, which cannot run here.';
}
