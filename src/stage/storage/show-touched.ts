import { showIn } from '#kit/show-in.ts';

/** Pixels left between a changed entry and the edge. */
const ROOM = 8;

/** In each place by itself, what this step changed or looked at comes into view, and nothing else moves. The page never does. */
export function showTouched(region: Element): void {
  for (const place of region.querySelectorAll('[data-place-of]')) {
    const changed = [...place.querySelectorAll('[data-change]')];
    // The first last: where there is no room for all of it, its beginning shows.
    const touched = changed.length > 0 ? [changed.at(-1), changed[0]] : [place.querySelector('[data-read]:has(li)')];
    for (const entry of touched) if (entry) showInScrollers(entry, region);
  }
}

function showInScrollers(entry: Element, region: Element): void {
  // A value means nothing without its panel’s title.
  const panel = entry.closest('section') ?? entry;
  for (let around = entry.parentElement; around && region.contains(around); around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && getComputedStyle(around).overflowY === 'auto')
      showIn(around, entry, panel.getBoundingClientRect().top, ROOM);
  }
}
