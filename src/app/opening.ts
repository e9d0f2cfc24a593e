import { recordedLessons } from 'virtual:recorded-lessons';
import type { Trace } from '#core/trace.ts';
import { CATALOGUE, type CatalogueEntry, catalogued } from '#lessons/catalogue.ts';
import { decodeLink, encodeLink, lessonIdOf, type LinkState, linkState, type LinkWriting } from '#timeline/links.ts';
import type { Saved } from '#timeline/saved.ts';
import { appStore } from './app-store.ts';
import { isHome, placeOf } from './place.ts';
import { keepLastVisit } from './preferences.ts';
import { timeline } from './timeline.ts';

/** Safari throws after 100 `replaceState` calls in 30 s; one every 400 ms stays under it while a key is held down. */
const ADDRESS_DELAY_MS = 400;

const [FIRST] = CATALOGUE;

/** Opens what the fragment says; a fragment that makes no sense is said, and lesson 1 offered. */
export async function openFragment(fragment: string): Promise<void> {
  const place = placeOf(fragment);
  appStore.setState({ place, linkProblem: null });
  // Coming back to what is open already loses none of its branches.
  if (place === 'token' || fragment === currentFragment()) return;
  if (isHome(fragment)) return openLesson(FIRST);
  const entry = catalogued(lessonIdOf(fragment)) ?? null;
  const reading = decodeLink(fragment, entry ? [await entry.load()] : [], LESSON_IDS);
  if (!reading.ok) appStore.setState({ linkProblem: reading.problem });
  else if (entry) await openLesson(entry, reading.state);
}

const LESSON_IDS = CATALOGUE.map(({ id }) => id);

/** Opens a lesson from its recording, so that its first step needs no server; the live run follows by itself. */
export async function openLesson(entry: CatalogueEntry, link?: LinkState): Promise<void> {
  appStore.setState({ place: 'flows', linkProblem: null, explained: null, dialog: null, unavailable: null });
  try {
    const [lesson, recorded] = await Promise.all([entry.load(), recordingsOf(entry.id)]);
    timeline.actions.openLesson(lesson, { recorded, ...(link && { link }) });
  } catch {
    appStore.setState({ unavailable: entry.title });
  }
}

async function recordingsOf(id: string): Promise<readonly Trace[]> {
  try {
    return (await recordedLessons[id]?.())?.traces ?? [];
  } catch {
    // The file could not be fetched (the network is gone): the live run makes the same trace.
    return [];
  }
}

/** The link to go on with, null where the last visit got no further than a first step. */
export function resumable(lastVisit: Saved | null): string | null {
  const link = lastVisit?.link;
  if (!link || !catalogued(lessonIdOf(link))) return null;
  return lessonIdOf(link) === FIRST.id && link.endsWith('at=start') ? null : link;
}

/** The link to exactly what is on screen, null while there is nothing, or too long for an address. */
export function currentLink(): LinkWriting | null {
  const state = timeline.store.getState();
  const link = linkState(state);
  return link && state.lesson && encodeLink(link, state.lesson);
}

export function currentFragment(): string | null {
  const link = currentLink();
  return link?.ok ? link.fragment : null;
}

const onHashChange = (): void => void openFragment(location.hash);

/** Keeps the address at what is on screen, and opens what the reader puts into it. Returns how to stop. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const { place, linkProblem } = appStore.getState();
    if (place !== 'flows' || linkProblem) return;
    const fragment = currentFragment();
    if (!fragment) return;
    const { answers, betsOn } = timeline.store.getState();
    keepLastVisit({ link: fragment, answers, betsOn });
    if (fragment !== location.hash) history.replaceState(history.state, '', fragment);
  };
  const stopWatching = timeline.store.subscribe(() => {
    timer ??= setTimeout(write, ADDRESS_DELAY_MS);
  });
  window.addEventListener('hashchange', onHashChange);
  // Leaving within the delay loses nothing.
  window.addEventListener('beforeunload', write);
  return () => {
    clearTimeout(timer);
    stopWatching();
    window.removeEventListener('hashchange', onHashChange);
    window.removeEventListener('beforeunload', write);
  };
}
