import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './popover.module.css';

interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  /** The button's accessible name where its content is not enough. */
  readonly label?: string;
  readonly className?: string | undefined;
  /** Before it opens and after it has closed: what is costly need not be there in between. */
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A button that opens the browser's own popover beside it: Esc, a press elsewhere, or the button again closes it. Nothing else moves. */
export function Popover({ trigger, label, className, onOpenChange, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const letGo = useRef<() => void>(undefined);
  // What goes while it is open is not told of its closing.
  useEffect(() => () => letGo.current?.(), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={classNames(styles['trigger'], className)}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles['popover']}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') onOpenChange?.(true);
        }}
        onToggle={(event) => {
          letGo.current?.();
          if (event.newState === 'closed') onOpenChange?.(false);
          if (event.newState === 'open' && button.current)
            letGo.current = keepBeside(event.currentTarget, button.current);
        }}
      >
        {children}
      </div>
    </>
  );
}

/** What comes into it later makes it larger. Returns how to stop. */
function keepBeside(popover: HTMLElement, button: HTMLElement): () => void {
  const place = (): void => placeBeside(popover, button);
  const sizes = new ResizeObserver(place);
  place();
  sizes.observe(popover);
  window.addEventListener('resize', place);
  return () => {
    sizes.disconnect();
    window.removeEventListener('resize', place);
  };
}

const MARGIN = 8;

/** Under the button where there is room, else above it; never beyond the window's edge. */
function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  // What is explained stays in sight: the button may be a part of it.
  const at = (button.closest('[data-explained]') ?? button).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = at.bottom + 4;
  const fits = below + height + MARGIN <= innerHeight;
  const top = fits ? below : Math.max(MARGIN, at.top - 4 - height);
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  popover.style.top = `${top}px`;
  popover.style.left = `${left}px`;
}
