import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { type CatalogueEntry, FIRST_LESSON, LESSON_IDS } from '#lessons/order.ts';
import type { LinkState } from '#timeline/links.ts';
import { currentFragment, enterLesson, loadLinks } from './address.ts';
import { appStore } from './app-store.ts';
import { isHome, lessonIdOf, placeOf } from './place.ts';
import { timeline } from './timeline.ts';

/** Counts what was asked for: when the files of something come, something else may be wanted by then. */
let asked = 0;

/** Opens what the fragment says; a fragment that makes no sense is said, and lesson 1 offered. */
export async function openFragment(fragment: string): Promise<void> {
  const place = placeOf(fragment);
  asked += 1;
  appStore.setState({ place, linkProblem: null });
  // Coming back to what is open already loses none of its branches.
  if (place === 'token' || fragment === currentFragment()) return;
  if (isHome(fragment)) await openLesson(FIRST_LESSON);
  else await openLink(fragment);
}

async function openLink(fragment: string): Promise<void> {
  const id = lessonIdOf(fragment);
  const again = (): void => void openFragment(fragment);
  const files = await fetched(id, Promise.all([loadLinks(), lessonOf(id)]), again);
  if (!files) return;
  const [{ decodeLink }, [entry, lesson]] = files;
  const reading = decodeLink(fragment, lesson ? [lesson] : [], LESSON_IDS);
  if (!reading.ok) appStore.setState({ linkProblem: reading.problem });
  else if (entry) await openLesson(entry, reading.state);
}

/** Opens the lesson of that number, counted from 1. */
export async function openNumber(number: number): Promise<void> {
  asked += 1;
  const again = (): void => void openNumber(number);
  const entry = await fetched(`Lesson ${number}`, entryOf(LESSON_IDS[number - 1] ?? ''), again);
  if (entry) await openLesson(entry);
}

/** Opens a lesson from its recording, so that its first step needs no server; the live run follows by itself. */
export async function openLesson(entry: CatalogueEntry, link?: LinkState): Promise<void> {
  asked += 1;
  appStore.setState({ place: 'flows', linkProblem: null, explained: null, dialog: null, unavailable: null });
  const again = (): void => void openLesson(entry, link);
  const files = await fetched(entry.title, Promise.all([lessonAt(entry), recordingsOf(entry.id)]), again);
  if (!files) return;
  const [lesson, recorded] = files;
  enterLesson(lesson.id);
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

/** Null where there is no lesson of that id. Of the first one everything is at hand. */
async function entryOf(id: string): Promise<CatalogueEntry | null> {
  return id === FIRST_LESSON.id ? FIRST_LESSON : (await import('#lessons/catalogue.ts')).catalogued(id);
}

async function lessonOf(id: string): Promise<readonly [CatalogueEntry | null, Lesson | undefined]> {
  const entry = await entryOf(id);
  return [entry, entry ? await lessonAt(entry) : undefined];
}

async function lessonAt(entry: CatalogueEntry): Promise<Lesson> {
  return (broughtAlong(`lesson-${entry.id}`) as Lesson | null) ?? entry.load();
}

/** What came with the built document: of the first lesson, its words and its recording. */
function broughtAlong(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : null;
}

async function recordingsOf(id: string): Promise<readonly Trace[]> {
  const brought = broughtAlong(`recorded-${id}`) as readonly Trace[] | null;
  if (brought) return brought;
  try {
    if (id === FIRST_LESSON.id) return (await import('virtual:recorded-lessons/logging-in')).traces;
    const { recordedLessons } = await import('virtual:recorded-lessons');
    return (await recordedLessons[id]?.())?.traces ?? [];
  } catch {
    // The file could not be fetched (the network is gone): the live run makes the same trace.
    return [];
  }
}
