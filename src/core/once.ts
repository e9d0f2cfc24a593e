/** Remembers one result per object for as long as that object lives: what follows from it is made when it is first asked for, and freed with it. */
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

/** The same per pair: a selector answers with the same object until something it depends on is another. */
export function oncePerPair<A extends object, B extends object, Result>(
  make: (a: A, b: B) => Result,
): (a: A, b: B) => Result {
  const withA = oncePer((a: A) => oncePer((b: B) => make(a, b)));
  return (a, b) => withA(a)(b);
}
