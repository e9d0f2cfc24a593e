import { BYTE_BITS, CHARACTER_BITS, GROUP_BITS } from './weave-geometry.ts';
import type { WeaveCell } from './weave-line.tsx';

interface WeaveSize {
  readonly bytes: number;
  readonly letters: number;
  /** Groups on a line. */
  readonly perLine: number;
}

/** Where a key leads from a cell: sideways along characters or bytes, up and down between the two and from line to line. */
export function nextCell(key: string, { row, index }: WeaveCell, size: WeaveSize): WeaveCell | null {
  const bits = row === 'letter' ? CHARACTER_BITS : BYTE_BITS;
  const count = row === 'letter' ? size.letters : size.bytes;
  const perLine = (size.perLine * GROUP_BITS) / bits;
  const to = (next: number): WeaveCell => ({ row, index: Math.max(0, Math.min(count - 1, next)) });
  switch (key) {
    case 'ArrowRight':
      return to(index + 1);
    case 'ArrowLeft':
      return to(index - 1);
    case 'ArrowDown':
      return row === 'letter'
        ? across('byte', index * CHARACTER_BITS, size)
        : across('letter', index * BYTE_BITS + perLineBits(size), size);
    case 'ArrowUp':
      return row === 'byte'
        ? across('letter', index * BYTE_BITS, size)
        : across('byte', index * CHARACTER_BITS - perLineBits(size), size);
    case 'PageDown':
      return to(index + perLine);
    case 'PageUp':
      return to(index - perLine);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    default:
      return null;
  }
}

function perLineBits({ perLine }: WeaveSize): number {
  return perLine * GROUP_BITS;
}

/** The cell of the other row at this bit; null where there is no such row or line. */
function across(row: WeaveCell['row'], bit: number, { bytes, letters }: WeaveSize): WeaveCell | null {
  const index = Math.floor(bit / (row === 'letter' ? CHARACTER_BITS : BYTE_BITS));
  const count = row === 'letter' ? letters : bytes;
  return index >= 0 && index < count ? { row, index } : null;
}
