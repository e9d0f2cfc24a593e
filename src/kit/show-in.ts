/**
 * Scrolls one element, never the page, until another is in view in it, and not at all where it is.
 * @param start where its title begins, in the window: what stands from there on comes along where both fit.
 * @param room pixels left between it and the edge.
 */
export function showIn(scroller: Element, shown: Element, start: number, room: number): void {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const at = shown.getBoundingClientRect();
  const end = at.bottom + room;
  const from = end - start <= height ? start : at.top - room;
  // Of what is higher than the room there is, the beginning.
  const over = from < top ? from - top : Math.min(from - top, Math.max(0, end - bottom));
  if (over !== 0) scroller.scrollBy({ top: over, behavior: 'instant' });
}
