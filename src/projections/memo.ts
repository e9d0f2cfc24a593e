/**
 * Remembers one result per object for as long as that object lives: what does not depend on the cursor is made once per comparison or
 * per trace, and freed with it.
 */
export function oncePer<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.result;
    const result = make(key);
    made.set(key, { result });
    return result;
  };
}
