import { type Column, COLUMNS, type Comparison, type Step } from '#core/align.ts';
import { lazyList } from '#core/lazy-list.ts';
import { oncePer } from '#core/once.ts';
import { arrowModel, handArrow } from './arrows.ts';
import { boxModel } from './boxes.ts';
import { bothColumns, eventsOf } from '../cursor.ts';
import { absenceOf, gapOf } from './gaps.ts';
import { headingIn } from '../wording/headings.ts';
import { lanesOf } from './lanes.ts';
import type { CellModel, DiagramModel, RowModel } from '../models.ts';
import { PHASE_NAMES } from './phases.ts';
import { principalOf } from './principal.ts';
import { tabsAtOnce } from './tabs-at-once.ts';

/**
 * The whole diagram, laid out once per comparison: a row per step, a cell per side. A row is worked out when it is first looked at, so that
 * a long trace opens as fast as a short one.
 */
export const diagramModel: (comparison: Comparison) => DiagramModel = oncePer((comparison) => {
  const { steps, beginnings } = comparison;
  return {
    lanes: bothColumns((column) => lanesOf(comparison[column]).list),
    rows: lazyList(steps.length, (index) => rowAt(comparison, index, beginnings.includes(index))),
    headed: beginnings,
  };
});

function rowAt(comparison: Comparison, index: number, hasHeading: boolean): RowModel {
  const step = comparison.steps[index];
  if (!step) throw new RangeError(`there is no row ${index}`);
  const { id, intent, exchange, phase } = step;
  const tab = tabsAtOnce(comparison).get(intent);
  const name = phaseName(comparison, step);
  return {
    id,
    index,
    intent,
    exchange,
    phase,
    phaseName: tab === undefined ? name : `${name}, ${tab}`,
    heading: hasHeading ? headingIn(comparison, intent) : null,
    left: cellModel(comparison, 'left', step),
    right: cellModel(comparison, 'right', step),
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
