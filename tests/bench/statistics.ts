/**
 * The value that the share `part` of the sample does not exceed, interpolated between neighbours.
 * @param part 0 … 1.
 */
export function quantile(sample: readonly number[], part: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('an empty sample has no quantile');
  return below + (above - below) * (place - Math.floor(place));
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

export function sum(sample: readonly number[]): number {
  return sample.reduce((total, value) => total + value, 0);
}
