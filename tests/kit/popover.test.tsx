import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Popover } from '#kit/popover.tsx';

/** What a browser reports when the popover opens. */
function opens(popover: Element): void {
  popover.dispatchEvent(Object.assign(new Event('toggle'), { oldState: 'closed', newState: 'open' }));
}

function openAt(button: DOMRect, size: { readonly width: number; readonly height: number }) {
  const { container } = render(<Popover trigger="eyJ0…">the whole value</Popover>);
  const popover = container.querySelector<HTMLElement>('[popover]');
  const trigger = container.querySelector('button');
  if (!popover || !trigger) throw new Error('there is no popover');
  trigger.getBoundingClientRect = () => button;
  Object.defineProperty(popover, 'offsetWidth', { value: size.width });
  Object.defineProperty(popover, 'offsetHeight', { value: size.height });
  opens(popover);
  return { left: popover.style.left, top: popover.style.top };
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
    expect(openAt(new DOMRect(100, 100, 50, 20), { width: 300, height: 200 })).toEqual({ left: '100px', top: '124px' });
  });

  it('opens above it near the bottom, and never beyond an edge', () => {
    const low = new DOMRect(innerWidth - 60, innerHeight - 40, 50, 20);
    expect(openAt(low, { width: 300, height: 200 })).toEqual({
      left: `${innerWidth - 308}px`,
      top: `${innerHeight - 244}px`,
    });
    expect(openAt(new DOMRect(2, 10, 50, 20), { width: 5000, height: 5000 })).toEqual({ left: '8px', top: '8px' });
  });
});
