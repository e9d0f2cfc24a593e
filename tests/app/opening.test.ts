import { expect, test, vi } from 'vitest';
import { appStore } from '#app/app-store.ts';
import { openFragment, openLesson } from '#app/opening.ts';
import { timeline } from '#app/timeline.ts';
import { CARDS } from '#lessons/cards.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { LOGGING_IN } from '#lessons/logging-in.ts';
import { LOGGING_OUT } from '#lessons/logging-out.ts';
import type { CatalogueEntry } from '#lessons/order.ts';

// Nothing came with the document.
vi.stubGlobal('document', { getElementById: () => null });
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('history', { pushState: () => {}, replaceState: () => {} });

/** A lesson whose file comes when it is told to. Its id has no recording. */
function slowEntry(): { readonly entry: CatalogueEntry; readonly file: PromiseWithResolvers<Lesson> } {
  const file = Promise.withResolvers<Lesson>();
  return { entry: { ...CARDS.loggingIn, id: 'slow', load: () => file.promise }, file };
}

const loggingOut: CatalogueEntry = { ...CARDS.loggingOut, id: 'quick', load: async () => LOGGING_OUT };

test('of two lessons the one asked for last is opened, whichever file comes first', async () => {
  const { entry, file } = slowEntry();
  const earlier = openLesson(entry);
  await openLesson(loggingOut);
  file.resolve(LOGGING_IN);
  await earlier;
  expect(timeline.store.getState().lesson).toBe(LOGGING_OUT);
});

test('a file that cannot be had is said, unless something else is wanted by then', async () => {
  const first = slowEntry();
  const opened = openLesson(first.entry);
  first.file.reject(new TypeError('Failed to fetch'));
  await opened;
  expect(appStore.getState().unavailable?.title).toBe(CARDS.loggingIn.title);

  const second = slowEntry();
  const earlier = openLesson(second.entry);
  await openLesson(loggingOut);
  second.file.reject(new TypeError('Failed to fetch'));
  await earlier;
  expect(appStore.getState().unavailable).toBeNull();
});

test('whoever goes to the token bench meanwhile is not fetched back', async () => {
  const link = openFragment('#/flows/logging-out');
  await openFragment('#/token');
  await link;
  expect(appStore.getState().place).toBe('token');
});

test('a fault of the app itself is not taken for a missing file', async () => {
  vi.spyOn(timeline.actions, 'openLesson').mockImplementationOnce(() => {
    throw new TypeError('a fault');
  });
  await expect(openLesson(loggingOut)).rejects.toThrow('a fault');
  expect(appStore.getState().unavailable).toBeNull();
});
