import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useElementSize } from '#kit/element-size.ts';
import { useReducedMotion } from '#kit/media.ts';
import { useTextScale } from '#kit/text-scale.ts';
import { applyTheme, isTheme, THEMES } from '#kit/theme.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('style');
});

describe('themes', () => {
  it('are put on the root by name; the reader’s own has none', () => {
    const root = document.createElement('html');
    applyTheme('projector', root);
    expect(root.dataset['theme']).toBe('projector');
    applyTheme('system', root);
    expect('theme' in root.dataset).toBe(false);
  });

  it('are known by name', () => {
    expect(THEMES.every(isTheme)).toBe(true);
    expect(isTheme('sepia')).toBe(false);
    expect(isTheme(null)).toBe(false);
  });
});

function Motion() {
  return useReducedMotion() ? 'instant' : 'moving';
}

describe('a wish for less motion', () => {
  let notify: (() => void) | null = null;
  let matches = false;

  beforeEach(() => {
    matches = false;
    vi.stubGlobal('matchMedia', () => ({
      get matches() {
        return matches;
      },
      addEventListener: (_: string, listener: () => void) => {
        notify = listener;
      },
      removeEventListener: () => undefined,
    }));
  });

  it('is followed when it changes', () => {
    const { container } = render(<Motion />);
    expect(container.textContent).toBe('moving');
    matches = true;
    act(() => notify?.());
    expect(container.textContent).toBe('instant');
  });

  it('is taken as none where a browser cannot tell', () => {
    vi.stubGlobal('matchMedia', undefined);
    expect(render(<Motion />).container.textContent).toBe('moving');
  });
});

function Scale() {
  return useTextScale();
}

describe('the scale of text', () => {
  it('follows the root’s font and never falls below one', async () => {
    const { container } = render(<Scale />);
    expect(container.textContent).toBe('1');
    document.documentElement.style.fontSize = '20px';
    await vi.waitFor(() => expect(container.textContent).toBe('1.25'), 10_000);
    document.documentElement.style.fontSize = '9px';
    await vi.waitFor(() => expect(container.textContent).toBe('1'), 10_000);
  });

  it('is right again after it has changed while nobody looked', () => {
    document.documentElement.style.fontSize = '16px';
    render(<Scale />).unmount();
    document.documentElement.style.fontSize = '20px';
    expect(render(<Scale />).container.textContent).toBe('1.25');
    document.documentElement.style.fontSize = '';
  });
});

function Box() {
  const [ref, size] = useElementSize();
  return <div ref={ref}>{size ? `${size.width} × ${size.height}` : 'unknown'}</div>;
}

describe('the size of an element', () => {
  it('is known with the first paint and follows its changes', () => {
    let changed: (() => void) | null = null;
    const disconnect = vi.fn<() => void>();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = () => undefined;
        disconnect = disconnect;
        constructor(callback: () => void) {
          changed = callback;
        }
      },
    );
    const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(480);
    const { container, unmount } = render(<Box />);
    expect(container.textContent).toBe('640 × 480');
    width.mockReturnValue(320);
    act(() => changed?.());
    expect(container.textContent).toBe('320 × 480');
    unmount();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});
