import type * as Links from '#timeline/links.ts';
import { appStore } from './app-store.ts';
import { lessonMeant } from './place.ts';
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

/** Brings the address to what is on screen: a step replaces the one before it in the browser's history. Null where nothing could be written. */
export function keepAddress(): string | null {
  const { place, linkProblem } = appStore.getState();
  if (place !== 'flows' || linkProblem) return null;
  const fragment = currentFragment();
  // The address may already name a lesson whose files are on their way: it is not this one's to change.
  if (fragment && fragment !== location.hash && lessonMeant(location.hash) === timeline.store.getState().lesson?.id) {
    history.replaceState(history.state, '', fragment);
  }
  return fragment;
}

/**
 * To be called before a lesson is opened: one that the address does not name gets an entry of its own in the browser's history, and the entry
 * of what is left keeps its last step. A token that stands in the address is not left behind there.
 */
export function enterLesson(id: string): void {
  const { hash } = location;
  if (lessonMeant(hash) === id) return;
  keepAddress();
  const way = hash.startsWith('#/token?') ? 'replaceState' : 'pushState';
  history[way](null, '', `#/flows/${id}`);
}

/** Follows a link of the app's own: the address changes, and what listens to it opens the place. */
export function goTo(fragment: string): void {
  keepAddress();
  location.hash = fragment;
}

/** Opens a credential in the token bench. */
export function openInBench(text: string): void {
  appStore.setState({ handOver: text });
  goTo('#/token');
}

/** Keeps the address at what is on screen, and tells of it whenever it has. Returns how to stop. */
export function followSteps(onKept: (fragment: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const fragment = keepAddress();
    if (fragment) onKept(fragment);
  };
  const stopWatching = timeline.store.subscribe((state, before) => {
    // With the first step, not when it is written: somebody may leave for another lesson sooner.
    if (state.cursor !== before.cursor && !links) void loadLinks().catch(() => undefined);
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
