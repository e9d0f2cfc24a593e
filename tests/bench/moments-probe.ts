// What a function needs that is sent to a page as text has to stand inside it.
/* oxlint-disable unicorn/consistent-function-scoping */

/** Milliseconds since navigation began; null for what has not happened yet. */
export interface MomentsSoFar {
  enabled: number | null;
  stepped: number | null;
  live: number | null;
}

/** Runs in the page before anything of the app: looks once a frame, and presses "Next step" as a reader would. */
export function watchMoments(): void {
  const moments: MomentsSoFar = { enabled: null, stepped: null, live: null };
  Object.assign(globalThis, { openingMoments: moments });
  let from = 0;
  const position = (): number =>
    document.querySelector<HTMLInputElement>('input[aria-label="Timeline"]')?.valueAsNumber ?? 0;
  const look = (): void => {
    const next = document.querySelector<HTMLButtonElement>('button[aria-label="Next step"]');
    if (moments.enabled === null && next?.ariaDisabled === 'false') {
      moments.enabled = performance.now();
      from = position();
      next.click();
    } else if (moments.enabled !== null && moments.stepped === null && position() > from) {
      moments.stepped = performance.now();
    }
    const isLive = [...document.querySelectorAll('main span')].some((chip) => chip.textContent.trim() === 'live');
    if (moments.stepped !== null && isLive) moments.live = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
