import { FIRST_LESSON } from '#lessons/order.ts';
import type { Place } from './app-store.ts';

/** Which page a fragment means: everything that is not the token bench is the workbench, whose own reader says what is wrong with it. */
export function placeOf(fragment: string): Place {
  return /^#\/token(?:[?/]|$)/.test(fragment) ? 'token' : 'flows';
}

/** True for the bare address: the home page, which opens lesson 1. */
export function isHome(fragment: string): boolean {
  return /^#?\/?(?:flows\/?)?$/.test(fragment);
}

/** The id in the path of a lesson's link, empty where it has none: which lesson to load before the link is read. */
export function lessonIdOf(fragment: string): string {
  return /^#?\/flows\/([^?/]*)/.exec(fragment)?.[1] ?? '';
}

/** The id of the lesson that a fragment asks for, empty where it asks for none. */
export function lessonMeant(fragment: string): string {
  return isHome(fragment) ? FIRST_LESSON.id : lessonIdOf(fragment);
}
