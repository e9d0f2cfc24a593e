const thousands = new Intl.NumberFormat('en', { useGrouping: true });

/** `1,204 B`. */
export function bytesText(bytes: number): string {
  return `${thousands.format(bytes)} B`;
}
