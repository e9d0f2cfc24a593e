import type { CodeSource } from './code-props.ts';

/**
 * The file's line number of each line of a listing, or null where it cannot be told. A listing leaves out the comments that mark its
 * regions: one right before and one right after each region inside it.
 * @param regions every known region of the listing, the outermost included.
 */
export function lineNumbers(lines: CodeSource['lines'], regions: readonly CodeSource[]): readonly number[] | null {
  const first = Math.min(...regions.map(({ startLine }) => startLine));
  const last = Math.max(...regions.map(({ endLine }) => endLine));
  const markers = new Set(regions.flatMap(({ startLine, endLine }) => [startLine - 1, endLine + 1]));
  const numbers: number[] = [];
  for (let line = first; line <= last; line += 1) if (!markers.has(line)) numbers.push(line);
  return numbers.length === lines.length ? numbers : null;
}
