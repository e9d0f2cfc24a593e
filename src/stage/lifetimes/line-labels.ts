/** A text under a line, and the pixel it belongs to. */
export interface LineLabel {
  readonly key: string;
  readonly text: string;
  readonly place: number;
}

export interface PlacedLabel extends LineLabel {
  readonly start: number;
}

/** Pixels of a character of 12, on average, and of the gap between two labels. */
const CHARACTER = 6.3;
const GAP = 8;

/** Each label under its place, none over another or beyond the edge: of two that would meet, the first in the list stays. */
export function placeLabels(labels: readonly LineLabel[], width: number): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const length = label.text.length * CHARACTER;
    const starts = [label.place - length / 2, label.place + 4, label.place - length - 4].map((start) =>
      Math.max(0, Math.min(width - length, start)),
    );
    const start = starts.find((one) =>
      placed.every(
        (other) => one + length + GAP <= other.start || one >= other.start + other.text.length * CHARACTER + GAP,
      ),
    );
    if (start !== undefined && length <= width) placed.push({ ...label, start });
  }
  return placed;
}
