import type { Comparison } from '#core/align.ts';
import type { DiagramModel } from './models.ts';

/** The whole diagram, laid out once. */
export declare function diagramModel(comparison: Comparison): DiagramModel;
