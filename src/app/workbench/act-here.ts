import type { Column } from '#core/align.ts';
import { forkHere, type Insertion } from '#timeline/fork-here.ts';
import { timeline } from '../timeline.ts';

/** Makes something happen where the cursor stands: a fork, which can be undone. */
export function actHere(columns: readonly Column[], insertion: Insertion): void {
  forkHere(timeline, columns, insertion);
}
