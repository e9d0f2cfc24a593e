import { jsonEqual, type JsonValue } from '#core/json.ts';

/** Structural equality of plain data. Its interfaces have no index signature, which is all that keeps them from being `JsonValue`. */
export function sameData<T extends object>(a: T, b: T): boolean {
  return jsonEqual(a as unknown as JsonValue, b as unknown as JsonValue);
}
