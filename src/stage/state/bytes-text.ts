import { numberText } from '#kit/number-text.ts';

/** `1204 B`. */
export function bytesText(bytes: number): string {
  return `${numberText(bytes)} B`;
}
