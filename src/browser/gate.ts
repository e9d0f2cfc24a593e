/**
 * A door that others wait at: made closed, opened once. It holds no promise, so
 * that whoever waits goes on when the world's scheduler says so and not when a
 * promise happens to settle.
 */
export interface Gate {
  readonly isOpen: boolean;
  open(): void;
  /**
   * Calls back at the opening, in the order of asking; at once when the gate is
   * open already.
   */
  onOpen(listener: () => void): void;
}

/** Where those who act one at a time see whether one does. */
export interface Lock {
  /** Of whoever holds it; null while nobody does. */
  holder: Gate | null;
}

export function closedGate(): Gate {
  let isOpen = false;
  const listeners: (() => void)[] = [];
  return {
    get isOpen() {
      return isOpen;
    },
    open() {
      isOpen = true;
      for (const listener of listeners.splice(0)) listener();
    },
    onOpen(listener) {
      if (isOpen) listener();
      else listeners.push(listener);
    },
  };
}
