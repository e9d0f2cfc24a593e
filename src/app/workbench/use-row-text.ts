import { useEffect, useState } from 'react';
import type { Comparison } from '#core/align.ts';
import { diagramModel } from '#projections/diagram.ts';
import type * as RowText from './row-text.ts';

type Words = typeof RowText;

let loaded: Words | null = null;

async function loadWords(): Promise<Words> {
  loaded = await import('./row-text.ts');
  return loaded;
}

/** Rows in words. The sentences come a moment after the first screen; until then a row is called by its phase. */
export function useRowText(comparison: Comparison): (index: number) => string {
  const [words, setWords] = useState(loaded);

  useEffect(() => {
    // Without the file, rows keep the names they have.
    if (!words) loadWords().then(setWords, () => undefined);
  }, [words]);

  return (index) => words?.rowText(comparison, index) ?? diagramModel(comparison).rows[index]?.phaseName ?? '';
}
