import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  /** Esc, the close button, or a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: 's' | 'm' | 'l';
}

/** The browser's own modal dialog: it keeps the focus in, gives it back, and closes with Esc. */
export function Dialog({ title, open, onClose, children, width }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  return (
    // A press on the backdrop is a convenience: Esc and the button do the same from the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={styles['dialog']}
      data-width={width ?? 'm'}
      onClose={onClose}
      // Where the press began counts: text that is selected from inside may end outside.
      onPointerDown={(event) => {
        pressedOutside.current = event.target === event.currentTarget;
      }}
      onClick={(event) => {
        if (pressedOutside.current && event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles['sheet']}>
        <header className={styles['head']}>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          <IconButton icon="cross" label="Close" tone="quiet" onClick={onClose} />
        </header>
        {open && <div className={styles['body']}>{children}</div>}
      </div>
    </dialog>
  );
}
