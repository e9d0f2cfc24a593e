/** What was wrong with a command line, in one sentence. */
export class UsageError extends Error {}

/**
 * Reads a command line. Null where there is nothing to do: help was asked for and is given, or something is wrong with it. Then it says what,
 * and what would be right, and the process ends with 2.
 * @param read throws a `UsageError`, or what `parseArgs` throws.
 */
export function readCommandLine<Options>(usage: string, read: () => Options | 'help'): Options | null {
  try {
    const options = read();
    if (options !== 'help') return options;
    console.log(usage);
    return null;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
    return null;
  }
}

/** @throws UsageError for what is no whole number from 0 to `max`. */
export function readNumber(option: string, text: string, max: number): number {
  if (/^\d{1,16}$/.test(text) && Number(text) <= max) return Number(text);
  throw new UsageError(`${option} takes a whole number from 0 to ${max}, not "${text}"`);
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
