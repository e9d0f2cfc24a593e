import type { Column, Comparison } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import { bothColumns } from './cursor.ts';
import { type Areas, createFold, type Fold } from './fold.ts';

/** What is remembered everywhere on that side after `k` steps. */
export function areasAt(comparison: Comparison, column: Column, k: number): Areas {
  return folds(comparison)[column].at(k);
}

const folds = oncePer((comparison: Comparison): Readonly<Record<Column, Fold>> =>
  bothColumns((column) => createFold(comparison, column)),
);
