import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popover } from '#kit/popover.tsx';

/** Calls those who watch a size. */
const grown = new Set<() => void>();

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: () => void;
      constructor(tell: () => void) {
        this.#tell = tell;
      }
      observe(): void {
        grown.add(this.#tell);
      }
      disconnect(): void {
        grown.delete(this.#tell);
      }
    },
  );
});
afterEach(() => {
  grown.clear();
  vi.unstubAllGlobals();
});

/** What a browser reports when the popover opens or closes. */
function toggles(popover: Element, newState: 'open' | 'closed'): void {
  popover.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
}

function openAt(button: DOMRect, size: { readonly width: number; readonly height: number }) {
  const { container, unmount } = render(<Popover trigger="eyJ0…">the whole value</Popover>);
  const popover = container.querySelector<HTMLElement>('[popover]');
  const trigger = container.querySelector('button');
  if (!popover || !trigger) throw new Error('there is no popover');
  trigger.getBoundingClientRect = () => button;
  const grow = (to: typeof size): void => {
    Object.defineProperty(popover, 'offsetWidth', { value: to.width, configurable: true });
    Object.defineProperty(popover, 'offsetHeight', { value: to.height, configurable: true });
    for (const tell of grown) tell();
  };
  grow(size);
  toggles(popover, 'open');
  return { popover, unmount, grow, place: () => ({ left: popover.style.left, top: popover.style.top }) };
}

describe('Popover', () => {
  it('is opened by its button, as the browser does it', () => {
    const { container } = render(
      <Popover trigger="eyJ0…" label="access_token: show the whole value">
        the whole value
      </Popover>,
    );
    const button = screen.getByRole('button', { name: 'access_token: show the whole value' });
    expect(button.getAttribute('popovertarget')).toBe(container.querySelector('[popover="auto"]')?.id);
  });

  it('opens under its button where there is room', () => {
    const { place } = openAt(new DOMRect(100, 100, 50, 20), { width: 300, height: 200 });
    expect(place()).toEqual({ left: '100px', top: '124px' });
  });

  it('opens above it near the bottom, and never beyond an edge', () => {
    const low = new DOMRect(innerWidth - 60, innerHeight - 40, 50, 20);
    expect(openAt(low, { width: 300, height: 200 }).place()).toEqual({
      left: `${innerWidth - 308}px`,
      top: `${innerHeight - 244}px`,
    });
    const large = openAt(new DOMRect(2, 10, 50, 20), { width: 5000, height: 5000 });
    expect(large.place()).toEqual({ left: '8px', top: '8px' });
  });

  it('makes room for what comes into it while it is open, and only then', () => {
    const button = new DOMRect(100, innerHeight - 260, 50, 20);
    const { popover, grow, place } = openAt(button, { width: 300, height: 200 });
    expect(place().top).toBe(`${innerHeight - 236}px`);
    grow({ width: 300, height: 300 });
    expect(place().top).toBe(`${innerHeight - 564}px`);
    toggles(popover, 'closed');
    grow({ width: 300, height: 100 });
    expect(place().top).toBe(`${innerHeight - 564}px`);
  });

  it('is watched no more once it is gone, though it was never closed', () => {
    const { unmount } = openAt(new DOMRect(100, 100, 50, 20), { width: 300, height: 200 });
    expect(grown.size).toBe(1);
    unmount();
    expect(grown.size).toBe(0);
  });
});
