import type { Range } from '#token/findings.ts';

/** What became of one part. */
export interface PartChange {
  readonly name: 'header' | 'payload' | 'signature';
  readonly before: string;
  readonly after: string;
  /** The characters of `after` between the common beginning and the common end; null if nothing changed. */
  readonly changed: Range | null;
}

const NAMES = ['header', 'payload', 'signature'] as const;

/** Compares two compact tokens part by part, as they are spelled. */
export function partChanges(before: string, after: string): readonly PartChange[] {
  const old = before.split('.');
  const fresh = after.split('.');
  return NAMES.map((name, index) => {
    const was = old[index] ?? '';
    const is = fresh[index] ?? '';
    return { name, before: was, after: is, changed: changedRange(was, is) };
  });
}

function changedRange(before: string, after: string): Range | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: head, end: after.length - tail };
}

export function changeWords({ before, after, changed }: PartChange): string {
  if (changed === null) return 'unchanged, to the letter';
  if (before === '') return `new, ${after.length} characters`;
  if (after === '') return 'gone';
  const count = changed.end - changed.start;
  const lengths = before.length === after.length ? '' : `, ${before.length} characters before, ${after.length} now`;
  return count === 0 ? `shorter${lengths}` : `changed from character ${changed.start} to ${changed.end - 1}${lengths}`;
}
