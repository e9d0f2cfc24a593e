import type { Acts } from './acts.ts';
import type { User } from './user.ts';

/*
 * A cut-off is one moment per user: tokens with an earlier `iat` are refused, and it costs a look-up per request. Tokens count
 * in whole seconds, so a cut-off stands at the next second: whatever was issued before it, in this very second too, is
 * refused. What is issued after it says so by an `iat` that is not before it, which may be ahead of the clock by a second.
 */

// region: cut-off.set
/** Where the setting is on, refuses every token that the user has. @returns the cut-off, null where it is off. */
export async function cutOffTokens(
  acts: Acts,
  { id }: Pick<User, 'id'>,
): Promise<number | null> {
  if (!acts.settings.cutOff) return null;
  return acts.cutoffs.cut(String(id), 'cut-off.set');
}
// endregion

// region: cut-off.issue-time
/** The `iat` of a token that is issued now: never before the user's cut-off. */
export async function issueTime(
  acts: Acts,
  { id }: Pick<User, 'id'>,
): Promise<number> {
  const now = acts.clock.now();
  if (!acts.settings.cutOff) return now;
  const before = await acts.cutoffs.read(String(id), 'cut-off.issue-time');
  return Math.max(now, before ?? now);
}
// endregion
