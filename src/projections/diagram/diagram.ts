import { type Column, COLUMNS, type Comparison, type Step } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import { arrowModel, handArrow } from './arrows.ts';
import { boxModel } from './boxes.ts';
import { bothColumns, eventsOf } from '../cursor.ts';
import { absenceOf, gapOf } from './gaps.ts';
import { intentHeadings } from '../wording/headings.ts';
import { lanesOf } from './lanes.ts';
import type { CellModel, DiagramModel, RowModel } from '../models.ts';
import { PHASE_NAMES } from './phases.ts';
import { principalOf } from './principal.ts';
import { tabsAtOnce } from './tabs-at-once.ts';

/**
 * The whole diagram, laid out once per comparison: a row per step, a cell per side. Every row is there at once with its place and its phase;
 * what its cells say is worked out when it is first looked at, so that a long trace opens as fast as a short one.
 */
export const diagramModel: (comparison: Comparison) => DiagramModel = oncePer((comparison) => {
  const headings = intentHeadings(comparison);
  const begun = new Set<string>();
  const rows = comparison.steps.map((step, index) => {
    const heading = begun.has(step.intent) ? null : (headings.get(step.intent) ?? null);
    begun.add(step.intent);
    return rowModel(comparison, step, index, heading);
  });
  return { lanes: bothColumns((column) => lanesOf(comparison[column]).list), rows };
});

function rowModel(comparison: Comparison, step: Step, index: number, heading: string | null): RowModel {
  let left: CellModel | null = null;
  let right: CellModel | null = null;
  return {
    id: step.id,
    index,
    intent: step.intent,
    exchange: step.exchange,
    phase: step.phase,
    phaseName: [phaseName(comparison, step), tabsAtOnce(comparison).get(step.intent)].filter(Boolean).join(', '),
    heading,
    get left() {
      left ??= cellModel(comparison, 'left', step);
      return left;
    },
    get right() {
      right ??= cellModel(comparison, 'right', step);
      return right;
    },
  };
}

/** A login checks three things in three rows, and each says which. What it then finds is not in the name: it stands there beforehand. */
function phaseName(comparison: Comparison, step: Step): string {
  if (step.phase !== 'check') return PHASE_NAMES[step.phase];
  const event = COLUMNS.map((column) => principalOf(eventsOf(comparison, column, step[column]))).find((one) => one);
  if (event?.kind !== 'store') return PHASE_NAMES.check;
  if (event.store === 'users') return 'Check password';
  if (event.store !== 'throttle') return PHASE_NAMES.check;
  return event.op === 'read' ? 'Check tries' : 'Count tries';
}

function cellModel(comparison: Comparison, column: Column, step: Step): CellModel {
  const cell = eventsOf(comparison, column, step[column]);
  const event = principalOf(cell);
  if (!event) return { type: 'gap', label: gapOf(comparison, column, step) };
  const lanes = lanesOf(comparison[column]);
  const hand = event.kind === 'change' ? handArrow(event, cell, lanes) : null;
  if (hand) return hand;
  if (event.kind === 'request' || event.kind === 'response' || event.kind === 'store') {
    return arrowModel(event, cell, lanes);
  }
  return boxModel(event, cell, lanes, absenceOf(comparison, column, step, cell));
}
