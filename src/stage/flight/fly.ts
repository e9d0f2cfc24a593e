import { animate } from 'framer-motion/dom/mini';
import { spring } from 'framer-motion';
import { MOTION } from '#kit/motion.ts';
import type { Leg } from './legs.ts';

/** Starts the motion of one leg; the returned function ends it, everything at rest. */
export type Fly = (leg: Leg) => () => void;

export const fly: Fly = ({ packet, travel, landing }) => {
  if (landing && isInView(landing)) return land(packet, travel, landing);
  return travel === 0 ? () => undefined : along(packet, travel);
};

/** Nothing flies to where nobody looks: on a small screen the panels may be further down. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Along the arrow: the packet itself starts away from its rest and comes to it. */
function along(packet: HTMLElement, distance: number): () => void {
  const { visualDuration, bounce } = MOTION.packet;
  const motion = animate(
    packet,
    { transform: [`translateX(${distance}px)`, 'none'] },
    { type: spring, visualDuration, bounce },
  );
  return () => {
    motion.cancel();
  };
}

/** From the diagram to a panel: a double crosses the page, since the diagram clips what leaves it. */
function land(packet: HTMLElement, distance: number, landing: Element): () => void {
  const from = packet.getBoundingClientRect();
  const to = landing.getBoundingClientRect();
  const double = packet.cloneNode(true);
  if (!(double instanceof HTMLElement)) return () => undefined;
  double.setAttribute('aria-hidden', 'true');
  Object.assign(double.style, {
    position: 'fixed',
    zIndex: '10',
    insetInlineStart: `${from.left}px`,
    insetBlockStart: `${from.top}px`,
    pointerEvents: 'none',
  });
  document.body.append(double);
  const x = to.left + Math.min(to.width, 160) / 2 - (from.left + from.width / 2);
  const y = to.top + to.height / 2 - (from.top + from.height / 2);
  const motion = animate(
    double,
    {
      transform: [`translate(${distance}px, 0)`, `translate(${x}px, ${y}px)`],
      opacity: [1, 1, 0],
    },
    { duration: MOTION.landing / 1000, ease: [0.3, 0, 0.2, 1] },
  );
  const end = (): void => double.remove();
  motion.then(end, end);
  return () => {
    motion.cancel();
    end();
  };
}
