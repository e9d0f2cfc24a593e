import type { Comparison } from '#core/align.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { useLoaded } from './use-loaded.ts';

const loadWords = () => import('./row-text.ts');

/** Rows in words. The sentences come a moment after the first screen; until then a row is called by its phase. */
export function useRowText(comparison: Comparison): (index: number) => string {
  const words = useLoaded(loadWords);
  return (index) => words?.rowText(comparison, index) ?? diagramModel(comparison).rows[index]?.phaseName ?? '';
}
