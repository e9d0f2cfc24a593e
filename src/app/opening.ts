import { recordedLessons } from 'virtual:recorded-lessons';
import type { Trace } from '#core/trace.ts';
import { CATALOGUE, type CatalogueEntry, catalogued } from '#lessons/catalogue.ts';
import type { LinkState } from '#timeline/links.ts';
import { currentFragment, loadLinks } from './address.ts';
import { appStore } from './app-store.ts';
import { isHome, lessonIdOf, placeOf } from './place.ts';
import { timeline } from './timeline.ts';

const [FIRST] = CATALOGUE;
const LESSON_IDS = CATALOGUE.map(({ id }) => id);

/** Opens what the fragment says; a fragment that makes no sense is said, and lesson 1 offered. */
export async function openFragment(fragment: string): Promise<void> {
  const place = placeOf(fragment);
  appStore.setState({ place, linkProblem: null });
  // Coming back to what is open already loses none of its branches.
  if (place === 'token' || fragment === currentFragment()) return;
  if (isHome(fragment)) await openLesson(FIRST);
  else await openLink(fragment);
}

async function openLink(fragment: string): Promise<void> {
  const entry = catalogued(lessonIdOf(fragment));
  try {
    const [{ decodeLink }, lesson] = await Promise.all([loadLinks(), entry?.load()]);
    const reading = decodeLink(fragment, lesson ? [lesson] : [], LESSON_IDS);
    if (!reading.ok) appStore.setState({ linkProblem: reading.problem });
    else if (entry) await openLesson(entry, reading.state);
  } catch {
    appStore.setState({ unavailable: entry?.title ?? fragment });
  }
}

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
