/**
 * A list of known length whose elements are made when they are first looked at, each once: ten thousand rows cost what the twenty in view
 * cost. It reads like any array; whoever goes through all of it has all of it made.
 */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const made: T[] = [];
  made.length = length;
  const isElement = (key: string | symbol): key is string =>
    typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < length;
  const ensure = (key: string): void => {
    if (!(key in made)) made[Number(key)] = make(Number(key));
  };
  return new Proxy(made, {
    get(target, key, receiver): unknown {
      if (isElement(key)) ensure(key);
      return Reflect.get(target, key, receiver);
    },
    has: (target, key) => isElement(key) || Reflect.has(target, key),
    getOwnPropertyDescriptor(target, key) {
      if (isElement(key)) ensure(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      for (let index = 0; index < length; index += 1) ensure(String(index));
      return Reflect.ownKeys(target);
    },
  });
}
