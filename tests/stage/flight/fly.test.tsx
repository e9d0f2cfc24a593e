import { render } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOTION } from '#kit/motion.ts';
import { Pass } from '#kit/pass.tsx';
import { fly } from '#stage/flight/fly.ts';

interface Motion {
  readonly cancel: () => void;
  readonly then: (end: () => void) => void;
}

const animate = vi.hoisted(() => vi.fn<(element: Element, keyframes: object, options: object) => Motion>());
vi.mock('framer-motion/dom/mini', () => ({ animate }));

let finish: () => void = () => undefined;
const cancel = vi.fn<() => void>();

/** A packet at rest, and an entry somewhere on or off the page. */
function page(entryTop: number) {
  const { container } = render(
    <div>
      <span className="packet">
        <span>mark</span>
        <span data-double>
          <Pass name="access_token" fields={['HS256', 'id 42', 'sig']} />
        </span>
      </span>
      <p>access_token</p>
    </div>,
  );
  const packet = container.querySelector<HTMLElement>('.packet');
  const entry = container.querySelector('p');
  if (!packet || !entry) throw new Error('the page is not as it should be');
  entry.getBoundingClientRect = () => new DOMRect(400, entryTop, 200, 20);
  return { packet, entry };
}

const doubles = () => document.querySelectorAll('body > [aria-hidden="true"]');

beforeEach(() => {
  vi.clearAllMocks();
  animate.mockReturnValue({
    cancel,
    // oxlint-disable-next-line unicorn/no-thenable -- what the library returns is one, too.
    then: (end) => {
      finish = end;
    },
  });
});

describe('a credential in the air', () => {
  it('comes along its arrow to its rest, by itself', () => {
    const { packet } = page(300);
    const stop = fly({ packet, travel: -120, landing: null });
    expect(animate.mock.lastCall?.[0]).toBe(packet);
    expect(animate.mock.lastCall?.[1]).toEqual({ transform: ['translateX(-120px)', 'none'] });
    expect(doubles()).toHaveLength(0);
    stop();
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('crosses to a panel as a whole double, which is gone when it has landed', () => {
    const { packet, entry } = page(300);
    fly({ packet, travel: 0, landing: entry });
    expect(doubles()).toHaveLength(1);
    expect(doubles()[0]?.textContent).toContain('id 42');
    expect(doubles()[0]?.textContent).not.toContain('mark');
    finish();
    expect(doubles()).toHaveLength(0);
    expect(packet.textContent).toContain('mark');
  });

  it('leaves nothing behind when it is stopped on its way', () => {
    const { packet, entry } = page(300);
    fly({ packet, travel: 0, landing: entry })();
    expect(cancel).toHaveBeenCalledOnce();
    expect(doubles()).toHaveLength(0);
  });

  it('does not fly to where nobody looks', () => {
    const { packet, entry } = page(5000);
    fly({ packet, travel: 0, landing: entry })();
    expect(animate).not.toHaveBeenCalled();
    expect(doubles()).toHaveLength(0);
  });
});

it('keeps every motion between 150 and 450 milliseconds', () => {
  for (const duration of [MOTION.quick, MOTION.landing, MOTION.packet]) {
    expect(duration).toBeGreaterThanOrEqual(150);
    expect(duration).toBeLessThanOrEqual(450);
  }
});
