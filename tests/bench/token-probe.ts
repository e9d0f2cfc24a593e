// What a function needs that is sent to a page as text has to stand inside it.
/* oxlint-disable unicorn/consistent-function-scoping */

/** What the bench can have the token page do. */
export interface TokenProbe {
  /** Waits for a paste and for the verdict on it. */
  paste(): Promise<PasteTimes>;
  /** Types and deletes a character at the end of the field, a frame each. Resolves to the milliseconds of each until it was painted. */
  type(times: number): Promise<readonly number[]>;
}

export interface PasteTimes {
  /** Milliseconds from the paste until the verdict was painted. */
  readonly painted: number;
  /** The longest task of the main thread meanwhile and a second after, 0 where none took over 50 ms. */
  readonly longestTask: number;
}

/** Runs in the page before anything of the app. It stands alone: it is sent there as text. */
export function installTokenProbe(): void {
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });

  const afterPaint = (act: () => void): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(), { once: true });
        port1.start();
        act();
        port2.postMessage(null);
      });
    });
  const pause = (millis: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, millis);
    });
  const isRead = (): boolean => {
    const text = document.querySelector(
      '[role="status"][aria-label="Format"], output[aria-label="Format"]',
    )?.textContent;
    return text !== undefined && !/—|Reading/.test(text);
  };
  const read = async (): Promise<void> => {
    while (!isRead()) await afterPaint(() => undefined);
  };

  const probe: TokenProbe = {
    async paste() {
      const began = await new Promise<number>((resolve) => {
        addEventListener('paste', () => resolve(performance.now()), { capture: true, once: true });
      });
      await afterPaint(() => undefined);
      await read();
      const painted = performance.now() - began;
      await pause(1_000);
      const meanwhile = tasks.filter(({ startTime, duration }) => startTime + duration > began);
      return { painted, longestTask: Math.max(0, ...meanwhile.map(({ duration }) => duration)) };
    },
    async type(times) {
      const costs: number[] = [];
      for (let time = 0; time < times; time += 1) {
        let began = 0;
        await afterPaint(() => {
          began = performance.now();
          // The one way to type from a script that goes through the field's own events.
          document.execCommand(time % 2 === 0 ? 'insertText' : 'delete', false, 'A');
        });
        await read();
        costs.push(performance.now() - began);
      }
      return costs;
    },
  };
  Object.assign(globalThis, { tokenProbe: probe });
}
