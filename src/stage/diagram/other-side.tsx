import type { CellModel } from '#projections/models.ts';
import { Icon } from '#kit/icon.tsx';
import type { Frame } from './layout.ts';
import styles from './other-side.module.css';

interface OtherSideProps {
  readonly cell: Exclude<CellModel, { readonly type: 'gap' }>;
  /** What the system is called in which this happens. */
  readonly name: string;
  readonly frame: Frame;
  readonly offset: number;
  readonly tabIndex: number;
  readonly onShow: () => void;
}

/** Where one system stands alone and has nothing to do: what the other one does meanwhile, and the way there. */
export function OtherSide({ cell, name, frame, offset, tabIndex, onShow }: OtherSideProps) {
  return (
    <button
      type="button"
      className={styles['other']}
      style={{ insetBlockStart: offset + frame.places.line + 7 * frame.scale, blockSize: 24 * frame.scale }}
      tabIndex={tabIndex}
      aria-label={`${name}: ${cell.label}. Show ${name}`}
      onClick={({ currentTarget }) => {
        // It is gone with the gap: its row keeps the focus.
        currentTarget.closest('[data-row]')?.querySelector('button')?.focus({ preventScroll: true });
        onShow();
      }}
    >
      <strong>{name}:</strong> <span className={styles['what']}>{cell.label}</span> <Icon name="arrow" />
    </button>
  );
}
