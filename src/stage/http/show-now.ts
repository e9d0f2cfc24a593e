import { showIn } from '#kit/show-in.ts';

/** Pixels that a side’s name takes at either edge. */
const ROOM = 32;

/** The message that the row is about comes into view. Where both sides act, a reader who has the second in view keeps it. */
export function showNow(messages: Element): void {
  const scroller = messages.closest('[role="tabpanel"]');
  const [first, second] = messages.querySelectorAll('[data-standing="acts"]');
  if (!scroller || !first) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const isAt = (message: Element): boolean => {
    const at = message.getBoundingClientRect();
    return at.top >= top && at.top + 2 * ROOM <= bottom;
  };
  const shown = second && !isAt(first) && isAt(second) ? second : first;
  showIn(scroller, shown, (shown.closest('section') ?? shown).getBoundingClientRect().top - ROOM, ROOM);
}
