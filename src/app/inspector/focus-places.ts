import { flushSync } from 'react-dom';
import { appStore } from '../app-store.ts';

/** The title of what is said at this step. */
export const WHY_ID = 'why';
/** The card of the bet at this step. */
export const BET_ID = 'bet';

/** Shows the bet that waits, and puts the focus there. An explanation that stands in its place goes. */
export function goToBet(): void {
  flushSync(() => appStore.setState({ explained: null }));
  focusOn(BET_ID);
}

/** Puts the focus on what is said, when the control that had it is gone. */
export function goToWhy(): void {
  focusOn(WHY_ID);
}

function focusOn(id: string): void {
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
}
