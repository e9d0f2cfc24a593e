/**
 * Remembers one result per pair of objects while they live: a selector answers with the same object until something it depends on is
 * another, and nothing derived is kept in the store.
 */
export function oncePerPair<A extends object, B extends object, Result>(
  make: (a: A, b: B) => Result,
): (a: A, b: B) => Result {
  const made = new WeakMap<A, WeakMap<B, { readonly result: Result }>>();
  return (a, b) => {
    const withA = made.get(a) ?? new WeakMap<B, { readonly result: Result }>();
    made.set(a, withA);
    const known = withA.get(b);
    if (known) return known.result;
    const result = make(a, b);
    withA.set(b, { result });
    return result;
  };
}
