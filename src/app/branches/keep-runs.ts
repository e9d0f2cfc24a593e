import { isJsonObject } from '#core/json.ts';
import type { TimelineState } from '#timeline/state.ts';
import { adopted, openingOf, type Workbook, workbookOf } from '#timeline/workbook.ts';
import { readWorkbookFile, workbookIn, writeWorkbook } from '#timeline/workbook-file.ts';
import { openWorkbook } from '../files/opening-files.ts';
import { keep, readKept } from '../kept.ts';
import { timeline } from '../timeline.ts';
import { isOpenedAnew, RUNS_KEY } from './runs-to-keep.ts';

/** After the address has been written. */
const DELAY_MS = 600;
/** What is larger is left to files. */
const LIMIT = 200_000;

/** What an earlier visit kept: the address at that time, and the file of its runs. */
interface Kept {
  readonly address: string;
  readonly file: string;
}

/**
 * Runs outlive what would lose them by accident. Those of a lesson that was left, or opened again, are there when it is opened the next time in
 * this visit; those on the table when the page is left are there when the same address is opened again. Returns how to stop.
 * @param leftBefore what was on the table whenever a lesson was left before this was called, in order.
 */
export function keepRuns(leftBefore: readonly TimelineState[]): () => void {
  const { store, actions } = timeline;
  const left = new Map<string, Workbook>();
  let kept = readEarlier();

  const bringBack = async (): Promise<void> => {
    const { lesson } = store.getState();
    if (!kept || !lesson || placeIn(location.hash) !== kept.address) return;
    const reading = readWorkbookFile(kept.file);
    const found = reading.ok ? workbookIn(reading.file, lesson, []) : null;
    kept = null;
    if (!found?.ok) return;
    const { book } = found;
    if (standsAs(store.getState(), book)) actions.revise((state) => adopted(state, lesson, book));
    // What stood there was too long for an address.
    else await openWorkbook(book);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    const book = workbookOf(state);
    if (!book || !state.lesson) return;
    const { text } = writeWorkbook(book, state.lesson);
    if (text.length <= LIMIT) keep(RUNS_KEY, JSON.stringify({ address: placeIn(location.hash), file: text }));
  };

  const setAside = (state: TimelineState): void => {
    const book = state.lesson && workbookOf(state);
    if (book) left.set(book.lesson, book);
  };
  const takeUp = (): void => {
    actions.revise((state, lesson) => {
      const book = left.get(lesson.id);
      return book ? adopted(state, lesson, book, true) : null;
    });
    void bringBack();
  };

  const stopWatching = store.subscribe((state, before) => {
    timer ??= setTimeout(write, DELAY_MS);
    if (!isOpenedAnew(state, before)) return;
    setAside(before);
    takeUp();
  });
  window.addEventListener('pagehide', write);
  for (const state of leftBefore) setAside(state);
  takeUp();
  return () => {
    clearTimeout(timer);
    stopWatching();
    window.removeEventListener('pagehide', write);
  };
}

/** Whether the two runs on screen are those of the workbook. */
function standsAs(state: TimelineState, book: Workbook): boolean {
  const now = workbookOf(state);
  const [here, there] = [now && openingOf(now), openingOf(book)];
  return JSON.stringify([here?.left, here?.right]) === JSON.stringify([there?.left, there?.right]);
}

/** An address without its row: that is not what runs depend on. */
function placeIn(address: string): string {
  return address.replace(/[?&]at=[^&]*$/, '');
}

function readEarlier(): Kept | null {
  try {
    const value: unknown = JSON.parse(readKept(RUNS_KEY) ?? 'null');
    const { address, file } = isJsonObject(value) ? value : {};
    return typeof address === 'string' && typeof file === 'string' ? { address, file } : null;
  } catch {
    return null;
  }
}
