import type * as Links from '#timeline/links.ts';
import { appStore } from './app-store.ts';
import { timeline } from './timeline.ts';

/** Safari throws after 100 `replaceState` calls in 30 s; one every 400 ms stays under it while a key is held down. */
const ADDRESS_DELAY_MS = 400;

/** Reading and writing links is no part of the first screen: null until it has been loaded. */
let links: typeof Links | null = null;

export async function loadLinks(): Promise<typeof Links> {
  links = await import('#timeline/links.ts');
  return links;
}

/** The link to exactly what is on screen, null while there is nothing to link to. */
export function currentLink(): Links.LinkWriting | null {
  const state = timeline.store.getState();
  const link = links?.linkState(state);
  return links && link && state.lesson ? links.encodeLink(link, state.lesson) : null;
}

/** The same as it stands in an address; null also where it would be too long for one. */
export function currentFragment(): string | null {
  const link = currentLink();
  return link?.ok ? link.fragment : null;
}

/** Keeps the address at what is on screen, and tells whenever it has. Returns how to stop. */
export function followSteps(onKept: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const { place, linkProblem } = appStore.getState();
    if (place !== 'flows' || linkProblem) return;
    const fragment = currentFragment();
    if (!fragment) return;
    onKept();
    if (fragment !== location.hash) history.replaceState(history.state, '', fragment);
  };
  const stopWatching = timeline.store.subscribe(() => {
    // Without the file the address stays as it is; the next step tries again.
    timer ??= setTimeout(() => void loadLinks().then(write, write), ADDRESS_DELAY_MS);
  });
  // Leaving within the delay loses nothing.
  window.addEventListener('beforeunload', write);
  return () => {
    clearTimeout(timer);
    stopWatching();
    window.removeEventListener('beforeunload', write);
  };
}
