import { createStore } from 'zustand/vanilla';
import { catalogued } from '#lessons/catalogue.ts';
import { LESSON_IDS } from '#lessons/order.ts';
import { adopted, openingOf, type Workbook } from '#timeline/workbook.ts';
import { FILE_LIMIT, readWorkbookFile, workbookIn } from '#timeline/workbook-file.ts';
import type { WorkbookProblem } from '#timeline/workbook-problems.ts';
import { openDialog } from '../app-store.ts';
import { openLesson } from '../opening.ts';
import { say } from '../saying.ts';
import { timeline } from '../timeline.ts';

/** Why the last file could not be opened. */
export interface FileRefusal {
  readonly name: string;
  readonly problem: WorkbookProblem;
}

export const fileStore = createStore<{ readonly refused: FileRefusal | null }>(() => ({ refused: null }));

/** Lets the reader choose a file, and opens it. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void openFile(file);
  });
  input.click();
}

/** Opens a file that was chosen or dropped; one that makes no sense changes nothing and says why. */
export async function openFile(file: File): Promise<void> {
  // Bytes, where characters are meant: one is never less than the other. What is far too large is not even read.
  const text = file.size > 4 * FILE_LIMIT ? null : await file.text();
  const problem: WorkbookProblem | null =
    text === null ? { code: 'too-large', size: file.size, limit: FILE_LIMIT } : await openWorkbookText(text);
  fileStore.setState({ refused: problem && { name: file.name, problem } });
  if (problem) openDialog('file-problem');
  else say(`Opened ${file.name}`);
}

/** Opens the text of a file. What was wrong with it, null when it stands on screen. */
async function openWorkbookText(text: string): Promise<WorkbookProblem | null> {
  const reading = readWorkbookFile(text);
  if (!reading.ok) return reading.problem;
  const entry = catalogued(reading.file.lesson);
  const found = workbookIn(reading.file, (await entry?.load()) ?? null, LESSON_IDS);
  if (!found.ok) return found.problem;
  if (entry) await openWorkbook(found.book);
  return null;
}

/** A workbook on screen: its lesson, its two sides, its row, and every other run at hand. */
export async function openWorkbook(book: Workbook): Promise<void> {
  const entry = catalogued(book.lesson);
  const link = openingOf(book);
  if (!entry || !link) return;
  await openLesson(entry, link);
  if (timeline.store.getState().lesson?.id !== book.lesson) return;
  timeline.actions.revise((state, lesson) => adopted(state, lesson, book));
}
