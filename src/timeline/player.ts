import type { Timeline } from './store.ts';

/** Calls back once after that many milliseconds; what it returns calls it off. The app hands in one made of real timers. */
export type Schedule = (callback: () => void, millis: number) => () => void;

/** How long a row is looked at, at speed 1. */
export const ROW_MILLIS = 1_400;

/**
 * The only timer: while the timeline plays, it advances one row at a time. A callback that comes late, as in a hidden window, is one row
 * late and never several at once.
 * @returns how to stop it for good.
 */
export function startPlayer({ store, actions }: Timeline, schedule: Schedule): () => void {
  let callOff: (() => void) | null = null;

  const rest = (): void => {
    callOff?.();
    callOff = null;
  };
  const wait = (): void => {
    rest();
    callOff = schedule(() => {
      callOff = null;
      actions.advance();
      follow();
    }, ROW_MILLIS / store.getState().speed);
  };
  const follow = (): void => {
    const { playing } = store.getState();
    if (playing && !callOff) wait();
    else if (!playing) rest();
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.speed !== before.speed && callOff) wait();
    else if (state.playing !== before.playing) follow();
  });
  follow();
  return () => {
    unsubscribe();
    rest();
  };
}
