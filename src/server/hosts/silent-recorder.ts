import type { Recorder } from '#core/ports.ts';

/** Records nothing and waits for nothing: for a server that is there for others than the page. */
export const silentRecorder: Recorder = {
  note: () => 'e0',
  perform: async (_phase, _code, _cost, act) => (await act('e0')).value,
};
