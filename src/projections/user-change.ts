import type { EventOf } from '#core/events.ts';
import { isJsonObject, jsonEqual } from '#core/json.ts';

/** What is different about a user: `role: admin → member`. A password is only said to be another one. */
export function userChange({ before, after }: Pick<EventOf<'change'>, 'before' | 'after'>): string | null {
  if (!isJsonObject(before) || !isJsonObject(after)) return null;
  const names = Object.keys(after).filter((name) => !jsonEqual(before[name], after[name]));
  const told = names.map((name) => {
    if (name === 'hash') return 'a new password';
    if (name === 'salt') return null;
    return name === 'disabled' ? 'disabled' : `${name}: ${String(before[name])} → ${String(after[name])}`;
  });
  return told.filter((text) => text !== null).join(', ') || null;
}
