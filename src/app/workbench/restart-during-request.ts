import { restartDuring } from '#timeline/restart-during.ts';
import { say } from '../saying.ts';
import { timeline } from '../timeline.ts';

export const RESTART_DURING = 'Restart the server during a request';

/** During the one under way where the cursor stands, else the next, on both sides. */
export function restartDuringRequest(): void {
  if (!restartDuring(timeline)) say('No request is to come from here: go back to one, or do something next.');
}
