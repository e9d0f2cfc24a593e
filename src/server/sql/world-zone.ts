/** What the engine asks its surroundings for the hands of a local clock: Unix seconds in, C's `struct tm` out. */
type LocalTime = (time: bigint, at: number) => void;

/** Writes whole numbers of 32 bits into the engine's memory, one after the other. */
type Write = (at: number, values: readonly number[]) => void;

/**
 * The world's local time is UTC, wherever the computer stands: the `'localtime'` of SQL says the same everywhere. The engine takes the computer's
 * zone from one function that its loader hands to WebAssembly, and offers no other way to set it.
 * @param load loads the engine. While it does, whatever is handed to WebAssembly passes here.
 */
export async function inUniversalTime<Engine>(
  load: () => Promise<Engine>,
  write: Write,
): Promise<Engine> {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const withZone = <Rest extends readonly unknown[], Result>(
    original: (
      source: never,
      imports?: WebAssembly.Imports,
      ...rest: Rest
    ) => Result,
  ) => {
    return (
      source: never,
      imports?: WebAssembly.Imports,
      ...rest: Rest
    ): Result => {
      const surroundings = imports?.['env'];
      if (surroundings && '_localtime_js' in surroundings)
        Object.assign(surroundings, { _localtime_js: universalTime(write) });
      return original.call(WebAssembly, source, imports, ...rest);
    };
  };
  Object.assign(WebAssembly, {
    instantiate: withZone(instantiate),
    instantiateStreaming: withZone(instantiateStreaming),
  });
  try {
    return await load();
  } finally {
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
  }
}

function universalTime(write: Write): LocalTime {
  return (time, at) => {
    const date = new Date(Number(time) * 1_000);
    const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
    const dayOfYear = Math.floor((date.getTime() - startOfYear) / 86_400_000);
    write(at, [
      date.getUTCSeconds(),
      date.getUTCMinutes(),
      date.getUTCHours(),
      date.getUTCDate(),
      date.getUTCMonth(),
      date.getUTCFullYear() - 1900,
      date.getUTCDay(),
      dayOfYear,
      // No summer time, and no seconds from UTC.
      0,
      0,
    ]);
  };
}
