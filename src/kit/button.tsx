import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './button.module.css';

type NativeButton = ComponentProps<'button'>;

interface ButtonProps extends NativeButton {
  /** `ink` is the one thing to do next, `action` starts something, `quiet` has no frame until it is pointed at. */
  readonly tone?: 'plain' | 'ink' | 'action' | 'quiet';
  readonly size?: 's' | 'm';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Button({ tone, size, icon, children, className, ...native }: ButtonProps) {
  return (
    <button
      type="button"
      {...native}
      className={classNames(styles['button'], className)}
      data-tone={tone ?? 'plain'}
      data-size={size ?? 'm'}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<NativeButton, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its accessible name, and its tooltip: `Next step`. */
  readonly label: string;
  readonly tone?: 'plain' | 'ink' | 'quiet';
  readonly size?: 's' | 'm';
}

export function IconButton({ icon, label, tone, size, className, ...native }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...native}
      aria-label={label}
      className={classNames(styles['button'], styles['square'], className)}
      data-tone={tone ?? 'plain'}
      data-size={size ?? 'm'}
    >
      <Icon name={icon} />
    </button>
  );
}
