import { FIRST_LESSON, LESSON_IDS } from '#lessons/order.ts';
import { readSaved, writeSaved } from '#timeline/saved.ts';
import { appStore } from './app-store.ts';
import { keep, readKept, whyNothingIsKept } from './kept.ts';
import { isHome, lessonIdOf } from './place.ts';
import { timeline } from './timeline.ts';

const KEY = 'claimcheck.last-visit';

/** Brings back what was bet, and offers to go on where the reader was when the page was opened without a link. */
export function restoreLastVisit(): void {
  appStore.setState({ forgets: whyNothingIsKept() });
  const saved = readSaved(readKept(KEY));
  if (!saved) return;
  timeline.actions.setBets(saved.betsOn);
  timeline.actions.restoreAnswers(saved.answers);
  if (isHome(location.hash) && saved.link && isFurtherOn(saved.link)) appStore.setState({ resume: saved.link });
}

/** Keeps where the reader is now: a link, and ids of answers. */
export function keepVisit(link: string): void {
  const { answers, betsOn } = timeline.store.getState();
  keep(KEY, writeSaved({ link, answers, betsOn }));
}

/** Whether a link leads further than the first step of the first lesson. */
function isFurtherOn(link: string): boolean {
  const id = lessonIdOf(link);
  return LESSON_IDS.some((known) => known === id) && !(id === FIRST_LESSON.id && link.endsWith('at=start'));
}
