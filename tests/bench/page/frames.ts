/** Lets what is due happen, without waiting for a frame. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

/**
 * Main-thread milliseconds that `act` costs from the start of a frame until that frame is painted: its own script, what React renders
 * for it, styles, layout and paint. Waiting for the screen is not in it, so that it can be less than a frame.
 */
export async function paintedCost(act: () => void): Promise<number> {
  await nextFrame();
  const began = performance.now();
  act();
  // A task posted inside a frame runs after that frame was painted.
  await nextTask();
  return performance.now() - began;
}

/** The time between each two frames for that long, in milliseconds. */
export async function frameTimes(millis: number): Promise<readonly number[]> {
  const times: number[] = [];
  const began = await nextFrame();
  for (let last = began; last - began < millis;) {
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}
