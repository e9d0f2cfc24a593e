import { isJsonObject, type JsonValue } from '#core/json.ts';
import type { AreaName } from '#core/state.ts';

/** The name under which a reader knows an entry: a cookie's name out of `domain;path;name`, a `jti` without its issuer, else the key itself. */
export function entryName(area: AreaName, key: string): string {
  if (area === 'cookies') return key.split(';')[2] ?? key;
  if (area === 'clipboard') return key.replace('-', ' ');
  return area === 'denylist' ? (key.split(' ')[1] ?? key) : key;
}

/** The one text that an entry is about: an item's value, a cookie's, a file's content. */
export function textOf(value: JsonValue | null): string | null {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return null;
  return stringMember(value, 'value') ?? stringMember(value, 'content');
}

export function stringMember(value: JsonValue | null, name: string): string | null {
  const member = isJsonObject(value) ? value[name] : undefined;
  return typeof member === 'string' ? member : null;
}

export function numberMember(value: JsonValue | null, name: string): number | null {
  const member = isJsonObject(value) ? value[name] : undefined;
  return typeof member === 'number' ? member : null;
}
