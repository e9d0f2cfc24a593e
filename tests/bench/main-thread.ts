import type { CDPSession } from 'playwright';

/** Milliseconds that tasks have taken on the page's main thread since it began. */
export async function mainThreadMillis(devTools: CDPSession): Promise<number> {
  await devTools.send('Performance.enable');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('the browser tells no TaskDuration');
  return seconds * 1000;
}

/** Bytes of the page's JavaScript heap that are still in use after everything that can be freed was freed. */
export async function retainedBytes(devTools: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await devTools.send('HeapProfiler.collectGarbage');
  return (await devTools.send('Runtime.getHeapUsage')).usedSize;
}
