import { saveText } from '#kit/save-text.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { workbookOf } from '#timeline/workbook.ts';
import { writeWorkbook } from '#timeline/workbook-file.ts';
import { say } from '../saying.ts';
import { timeline } from '../timeline.ts';

/** The file of everything done in this lesson, as text; null while nothing is on the table. */
export function workbookText(): { readonly name: string; readonly text: string; readonly omits: boolean } | null {
  const state = timeline.store.getState();
  const book = workbookOf(state);
  if (!book || !state.lesson) return null;
  return { name: `${book.lesson}.claimcheck.json`, ...writeWorkbook(book, state.lesson) };
}

/** Saves everything done in this lesson: all runs by name, the way back and forward, and this very step. */
export function saveWorkbook(): void {
  const file = workbookText();
  if (!file) return;
  saveText(file.name, file.text, 'application/json');
  say(`Saved as ${file.name}`);
}

/** Saves what the two runs on screen recorded, every event of it. */
export function saveTraces(): void {
  const { lesson, ...state } = timeline.store.getState();
  const comparison = comparisonOf({ ...state, lesson });
  if (!comparison || !lesson) return;
  const name = `${lesson.id}.traces.json`;
  const { left, right } = comparison;
  const traces = { lesson: lesson.id, lessonVersion: lesson.version, left, right };
  saveText(name, `${JSON.stringify(traces, null, 2)}\n`, 'application/json');
  say(`Saved as ${name}`);
}
