import { useMemo } from 'react';
import type { Column } from '#core/align.ts';
import type { DiagramModel } from '#projections/models.ts';
import { type Bands, type Frame, layBands, layFrame } from './layout.ts';

/**
 * The frame and the bands: the same objects until one of these changes, so that a step draws again the rows it changes and no other. By
 * hand and in a hook of its own: React Compiler keeps nothing that is worked out between the hooks of a component and handed to one.
 */
export function useLayout(
  model: DiagramModel,
  width: number,
  textScale: number,
  column: Column,
): { readonly frame: Frame; readonly bands: Bands } {
  const { lanes } = model;
  const frame = useMemo(() => layFrame(lanes, width, textScale, column), [lanes, width, textScale, column]);
  const { rowHeight, headingHeight } = frame;
  const bands = useMemo(() => layBands(model, rowHeight, headingHeight), [model, rowHeight, headingHeight]);
  return { frame, bands };
}
