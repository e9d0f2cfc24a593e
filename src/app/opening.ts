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

/** Counts what was asked for: when the files of something come, something else may be wanted by then. */
let asked = 0;

/** Opens what the fragment says; a fragment that makes no sense is said, and lesson 1 offered. */
export async function openFragment(fragment: string): Promise<void> {
  const place = placeOf(fragment);
  asked += 1;
  appStore.setState({ place, linkProblem: null });
  // Coming back to what is open already loses none of its branches.
  if (place === 'token' || fragment === currentFragment()) return;
  if (isHome(fragment)) await openLesson(FIRST);
  else await openLink(fragment);
}

async function openLink(fragment: string): Promise<void> {
  const entry = catalogued(lessonIdOf(fragment));
  const again = (): void => void openFragment(fragment);
  const files = await fetched(entry?.title ?? fragment, Promise.all([loadLinks(), entry?.load()]), again);
  if (!files) return;
  const [{ decodeLink }, lesson] = files;
  const reading = decodeLink(fragment, lesson ? [lesson] : [], LESSON_IDS);
  if (!reading.ok) appStore.setState({ linkProblem: reading.problem });
  else if (entry) await openLesson(entry, reading.state);
}

/** Opens a lesson from its recording, so that its first step needs no server; the live run follows by itself. */
export async function openLesson(entry: CatalogueEntry, link?: LinkState): Promise<void> {
  asked += 1;
  appStore.setState({ place: 'flows', linkProblem: null, explained: null, dialog: null, unavailable: null });
  const again = (): void => void openLesson(entry, link);
  const files = await fetched(entry.title, Promise.all([entry.load(), recordingsOf(entry.id)]), again);
  if (!files) return;
  const [lesson, recorded] = files;
  timeline.actions.openLesson(lesson, { recorded, ...(link && { link }) });
}

/** The files for what was asked for last; null where it is wanted no more, and where they could not be had, which is said. */
async function fetched<Files>(title: string, files: Promise<Files>, again: () => void): Promise<Files | null> {
  const wanted = asked;
  try {
    const all = await files;
    return wanted === asked ? all : null;
  } catch {
    if (wanted === asked) appStore.setState({ unavailable: { title, again } });
    return null;
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
