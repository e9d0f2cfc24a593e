import { recordedLessons } from 'virtual:recorded-lessons';
import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { lessonById, LESSONS } from '#lessons/manifest.ts';
import { decodeLink, encodeLink, type LinkState, linkState, type LinkWriting } from '#timeline/links.ts';
import type { Saved } from '#timeline/saved.ts';
import { appStore } from './app-store.ts';
import { isHome, placeOf } from './place.ts';
import { keepLastVisit } from './preferences.ts';
import { timeline } from './timeline.ts';

/** Safari throws after 100 `replaceState` calls in 30 s; one every 400 ms stays under it while a key is held down. */
const ADDRESS_DELAY_MS = 400;

const [FIRST] = LESSONS;

/** Opens what the fragment says; a fragment that makes no sense is said, and lesson 1 offered. */
export async function openFragment(fragment: string): Promise<void> {
  const place = placeOf(fragment);
  appStore.setState({ place });
  if (place === 'token') {
    // The workbench behind it has something to show when the reader comes back.
    if (!timeline.store.getState().lesson && FIRST) await openLesson(FIRST);
    return;
  }
  if (isHome(fragment)) {
    appStore.setState({ linkProblem: null });
    if (FIRST) await openLesson(FIRST);
    return;
  }
  const reading = decodeLink(fragment, LESSONS);
  if (!reading.ok) {
    appStore.setState({ linkProblem: reading.problem });
    return;
  }
  const lesson = lessonById(reading.state.lesson);
  if (lesson) await openLesson(lesson, reading.state);
}

/** The link to go on with, null where the last visit got no further than a first step. */
export function resumable(lastVisit: Saved | null): string | null {
  if (!lastVisit?.link) return null;
  const reading = decodeLink(lastVisit.link, LESSONS);
  const isFirst = reading.ok && reading.state.lesson === FIRST?.id && reading.state.at === 'start';
  return reading.ok && !isFirst ? lastVisit.link : null;
}

/** Opens a lesson from its recording, so that its first step needs no server; the live run follows by itself. */
export async function openLesson(lesson: Lesson, link?: LinkState): Promise<void> {
  appStore.setState({ place: 'flows', linkProblem: null, explained: null, dialog: null });
  const recorded = await recordingsOf(lesson);
  timeline.actions.openLesson(lesson, { recorded, ...(link && { link }) });
}

async function recordingsOf({ id }: Lesson): Promise<readonly Trace[]> {
  try {
    return (await recordedLessons[id]?.())?.traces ?? [];
  } catch {
    // The file could not be fetched (the network is gone): the live run makes the same trace.
    return [];
  }
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
