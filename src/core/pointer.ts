import type { Column, Comparison } from './align.ts';
import type { Exchange, Phase } from './events.ts';
import type { IntentId } from './intents.ts';

/** A place in a comparison that survives changes to the run: never an index. */
export interface Pointer {
  readonly intent: IntentId;
  readonly phase: Phase;
  readonly exchange?: Exchange;
  /** Only a row in which this side does something. */
  readonly side?: Column;
  /** The first row that fits, or the last. */
  readonly which?: 'first' | 'last';
}

/** The index of the step a pointer means, or -1 when this comparison has none. */
export function resolvePointer({ steps }: Comparison, pointer: Pointer): number {
  const fits = ({ intent, phase, exchange, left, right }: Comparison['steps'][number]): boolean =>
    intent === pointer.intent &&
    phase === pointer.phase &&
    (pointer.exchange === undefined || exchange === pointer.exchange) &&
    (pointer.side === undefined || (pointer.side === 'left' ? left : right) !== null);
  return pointer.which === 'last' ? steps.findLastIndex(fits) : steps.findIndex(fits);
}
