/** Pixels a finger must go sideways, and how much more sideways than along. */
const DISTANCE = 48;
const SLANT = 1.6;

/** Calls back when a finger swipes sideways over an element. The returned function stops watching. */
export function watchSwipes(element: HTMLElement, onSwipe: (way: 'left' | 'right') => void): () => void {
  let start: { readonly id: number; readonly x: number; readonly y: number } | null = null;
  const down = (event: PointerEvent): void => {
    start = event.pointerType === 'touch' ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
  };
  const up = (event: PointerEvent): void => {
    if (start?.id !== event.pointerId) return;
    const across = event.clientX - start.x;
    const along = event.clientY - start.y;
    start = null;
    if (Math.abs(across) < DISTANCE || Math.abs(across) < SLANT * Math.abs(along)) return;
    onSwipe(across < 0 ? 'left' : 'right');
  };
  const cancel = (): void => {
    start = null;
  };
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
  };
}
