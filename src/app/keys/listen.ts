import { appStore } from '../app-store.ts';
import { FLOW_SHORTCUTS, SHORTCUTS } from './shortcuts.ts';

/** What keeps its own keys: text is typed there, or arrows move something. */
const TYPING = 'input:not([type="range"]), textarea, select, [contenteditable], [role="combobox"]';
const OWN_ARROWS = 'input, [role="tab"], [role="slider"], [role="listbox"], [role="option"], [role="menu"]';
const OWN_SPACE = 'button, a, summary, [role="button"], [role="tab"]';
const ARROWS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);
/** What a clicker sends: always the next or the previous step, except in text, where they scroll it. */
const PAGES: ReadonlySet<string> = new Set(['PageUp', 'PageDown']);
const TEXT = 'textarea, input:not([type="range"]), [contenteditable]';

/**
 * Single-key shortcuts: never while typing, never from a control that uses the key, never with a modifier. Returns how to stop.
 * @param early keys pressed before this was loaded.
 */
export function listenForKeys(early: readonly KeyboardEvent[]): () => void {
  early.forEach(onKeyDown);
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  const { keysOn, dialog, palette, place, explained } = appStore.getState();
  // A dialog has every key to itself: Escape closes it and leaves what is behind it.
  if (dialog || palette) return;
  if (event.key === 'Escape' && explained) {
    appStore.setState({ explained: null });
    return;
  }
  if (event.defaultPrevented) return;
  if (place === 'flows' && turnsBy(event)) return;
  if (!keysOn) return;
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
  const offered = place === 'flows' ? [...FLOW_SHORTCUTS, ...SHORTCUTS] : SHORTCUTS;
  const shortcut = offered.find(({ keys, when }) => keys.includes(event.key) && (!when || when(event.key)));
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run(event.key);
}

/** Ctrl or ⌘ with Z, with Shift or Y the other way: never in a field, which has an undo of its own. */
function turnsBy(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  const isTyping = event.target instanceof Element && event.target.closest(TYPING) !== null;
  if (event.ctrlKey === event.metaKey || event.altKey || isTyping || (key !== 'z' && key !== 'y')) return false;
  event.preventDefault();
  const way = key === 'y' || event.shiftKey ? 'redo' : 'undo';
  void import('../branches/turning.ts').then(({ turn }) => turn(way));
  return true;
}

/** Whether the focused control has a use of its own for the key. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (PAGES.has(key)) return target.closest(TEXT) !== null;
  if (target.closest(TYPING)) return true;
  if (ARROWS.has(key)) return target.closest(OWN_ARROWS) !== null;
  return key === ' ' && target.closest(OWN_SPACE) !== null;
}
