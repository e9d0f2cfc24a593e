/** Plain data: everything in a trace survives `JSON.parse(JSON.stringify(x))` unchanged. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** True for `{…}`: not for null, arrays or scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Structural equality of plain data; the order of members does not count. Interfaces are plain data too, though no `JsonValue`. */
export function jsonEqual<T>(a: T, b: T): boolean {
  return equal(a, b);
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return equalItems(a, b);
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  // Two loops that make nothing: a long run's intents are compared while it opens. `hasOwn`, since `__proto__` may be a member's name.
  let more = 0;
  for (const name in a) {
    if (!Object.hasOwn(b, name) || !equal(a[name], b[name])) return false;
    more += 1;
  }
  for (const name in b) if (Object.hasOwn(b, name)) more -= 1;
  return more === 0;
}

/** Apart from the above: a function that holds another makes something whenever it is called. */
function equalItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]));
}
