import type { Comparison } from '#core/align.ts';
import type { Trace } from '#core/trace.ts';

/** A comparison whose traces count how often an event is looked at: what a projection really does, whatever the machine. */
export function counting(comparison: Comparison): { readonly comparison: Comparison; readonly reads: () => number } {
  let count = 0;
  const watched = (trace: Trace): Trace => ({
    ...trace,
    events: new Proxy(trace.events, {
      get(target, name, receiver) {
        if (typeof name === 'string' && /^\d+$/.test(name)) count += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    }),
  });
  return {
    comparison: { ...comparison, left: watched(comparison.left), right: watched(comparison.right) },
    reads() {
      const counted = count;
      count = 0;
      return counted;
    },
  };
}
