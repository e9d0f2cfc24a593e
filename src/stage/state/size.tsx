import type { PlaceSize } from '#projections/state/state-models.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { bytesText } from './bytes-text.ts';
import styles from './size.module.css';

/** How much of a place a side uses, and by how much this step changed it. */
export function Size({ size }: { readonly size: PlaceSize | null }) {
  if (size === null) return <VisuallyHidden>in the next row or the one before</VisuallyHidden>;
  const { entries, bytes, delta } = size;
  if (entries === 0 && delta === 0) return <span className={styles['nothing']}>–</span>;
  return (
    <span className={styles['size']} data-changed={delta !== 0 || undefined}>
      {bytesText(bytes)}
      {delta !== 0 && (
        <span className={styles['delta']}>
          <VisuallyHidden>, changed by </VisuallyHidden>
          {delta > 0 ? `+${delta}` : `−${-delta}`}
        </span>
      )}
    </span>
  );
}
