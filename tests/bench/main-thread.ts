import type { CDPSession } from 'playwright';

/**
 * Processor milliseconds that the page's main thread has used for tasks since this was first asked. Other than a clock it stands still while
 * other programs have the processor, so that it says the same on a busy machine.
 */
export async function processorMillis(devTools: CDPSession): Promise<number> {
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
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
