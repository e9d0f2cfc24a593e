import type { EncodedPiece } from '#anatomy/encoded-pieces.ts';
import type { Alignment } from '../reading/alignment.ts';

/** Moves the coloured pieces of a token to where they stand in the pasted text; what is not of the token is plain. */
export function spreadPieces(
  pieces: readonly EncodedPiece[],
  alignment: Alignment,
  pastedLength: number,
): readonly EncodedPiece[] {
  const spread: EncodedPiece[] = [];
  let at = 0;
  const plainUpTo = (end: number): void => {
    if (end > at) spread.push({ start: at, end, hue: null, lit: null });
    at = end;
  };
  let first = 0;
  for (const { start, length, pasted } of alignment) {
    plainUpTo(pasted);
    // A piece that a run cuts in two is met again by the next run.
    while ((pieces[first]?.end ?? Infinity) <= start) first += 1;
    for (let index = first; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (!piece || piece.start >= start + length) break;
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.end, start + length);
      spread.push({ ...piece, start: from - start + pasted, end: to - start + pasted });
    }
    at = pasted + length;
  }
  plainUpTo(pastedLength);
  return spread;
}
