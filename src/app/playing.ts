import { startPlayer } from '#timeline/player.ts';
import { timeline } from './timeline.ts';

/** Gives the timeline its one timer. Timers, not animation frames: a hidden window has none of those. */
export function playOnTimers(): () => void {
  return startPlayer(timeline, (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  });
}
