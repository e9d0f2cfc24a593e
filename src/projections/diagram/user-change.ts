import type { EventOf } from '#core/events.ts';
import { isJsonObject, jsonEqual, type JsonValue } from '#core/json.ts';

/** What is different about a user: `role: admin → member`. A password is only said to be another one. */
export function userChange({ before, after }: Pick<EventOf<'change'>, 'before' | 'after'>): string | null {
  if (!isJsonObject(before) || !isJsonObject(after)) return null;
  const names = Object.keys(after).filter((name) => !jsonEqual(before[name], after[name]));
  const told = names.map((name) => {
    if (name === 'hash') return 'a new password';
    if (name === 'salt') return null;
    return name === 'disabled' ? name : `${name}: ${shown(before[name])} → ${shown(after[name])}`;
  });
  return told.filter((text) => text !== null).join(', ') || null;
}

function shown(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
