import type { TraceEvent } from '#core/events.ts';
import type { Trace } from '#core/trace.ts';

/**
 * Reads the events of a trace in order, each once, and never further than somebody has asked. What is counted or listed along a run costs
 * nothing when a long one opens, and a step on from there costs that step.
 * @returns reads on until that many events are read; does nothing where they are.
 */
export function createReader(
  { events }: Trace,
  read: (event: TraceEvent, index: number) => void,
): (count: number) => void {
  let done = 0;
  return (count) => {
    for (; done < count; done += 1) {
      const event = events[done];
      if (event) read(event, done);
    }
  };
}
