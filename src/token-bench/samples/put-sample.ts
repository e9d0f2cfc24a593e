import type { Bench } from '../bench.ts';
import type { Sample } from './samples.ts';

/** Makes a sample and puts it on the bench, with its key. */
export async function putSample(bench: Bench, { name, teaches, make }: Sample, now: number): Promise<void> {
  const { text, keyText } = await make(now);
  bench.paste(text, { says: `Sample: ${name}. ${teaches}`, ...(keyText !== undefined && { keyText }) });
}
