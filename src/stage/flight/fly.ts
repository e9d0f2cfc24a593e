import { animate } from 'framer-motion/dom/mini';
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
  const keyframes = { transform: [`translateX(${distance}px)`, 'none'] };
  const motion = animate(packet, keyframes, { duration: MOTION.packet / 1000, ease: [0.22, 1, 0.36, 1] });
  return () => motion.cancel();
}

/** How large a mark's double is when it leaves its box. */
const LEAVING = 0.5;
/** The part of the way after which it begins to fade into the entry. */
const FADING = 0.85;
/** Pixels from an entry's edge within which the credential comes down. */
const LANDING = 120;

/** From the diagram to a panel: a double crosses the page, since the diagram clips what leaves it. */
function land(packet: HTMLElement, distance: number, landing: Element): () => void {
  const whole = packet.querySelector('[data-double]');
  const double = document.createElement('div');
  double.append(...(whole ?? packet).cloneNode(true).childNodes);
  double.setAttribute('aria-hidden', 'true');
  const from = packet.getBoundingClientRect();
  const to = landing.getBoundingClientRect();
  const x = from.left + from.width / 2;
  const y = from.top + from.height / 2;
  Object.assign(double.style, {
    position: 'fixed',
    left: `${x}px`,
    top: `${y}px`,
    zIndex: '10',
    pointerEvents: 'none',
  });
  document.body.append(double);

  const centred = 'translate(-50%, -50%)';
  const across = to.left + Math.min(to.width / 2, LANDING) - x;
  const down = to.top + to.height / 2 - y;
  const keyframes = {
    transform: [
      `translateX(${distance}px) ${centred} scale(${whole ? LEAVING : 1})`,
      `translate(${across}px, ${down}px) ${centred} scale(1)`,
    ],
    opacity: [1, 1, 0],
  };
  const duration = MOTION.landing / 1000;
  const fading = { duration, times: [0, FADING, 1] };
  const motion = animate(double, keyframes, { duration, ease: [0.3, 0, 0.2, 1], opacity: fading });
  const end = (): void => double.remove();
  motion.then(end, end);
  return () => {
    motion.cancel();
    end();
  };
}
