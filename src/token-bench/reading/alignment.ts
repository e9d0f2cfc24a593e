import type { Candidate } from '#token/extract.ts';

/** A stretch of the token that stands in the pasted text as it is. */
export interface AlignedRun {
  /** In characters of the token. */
  readonly start: number;
  readonly length: number;
  /** Where it begins in the pasted text. */
  readonly pasted: number;
}

/** Where the token stands in what was pasted, run by run: one where nothing was removed from inside. */
export type Alignment = readonly AlignedRun[];

/** How much of the token's beginning is looked for. */
const HEAD = 8;

/** Empty where it cannot be said, because escapes or percent-encoding were undone. */
export function alignToken(pasted: string, { text, place }: Candidate): Alignment {
  const whole = pasted.indexOf(text, place.start);
  if (whole >= 0 && whole < place.end) return [{ start: 0, length: text.length, pasted: whole }];
  const head = pasted.indexOf(text.slice(0, HEAD), place.start);
  return head < 0 || head >= place.end ? [] : alignRuns(pasted, text, head);
}

/** What may lie between two characters of a token that was wrapped or spaced out: anything that no token has. */
function isBetween(code: number): boolean {
  return (
    code <= 0x20 || code === 0x3d || code === 0x5c || code === 0x5e || code === 0x3e || code === 0x22 || code >= 0x7f
  );
}

function alignRuns(pasted: string, text: string, head: number): Alignment {
  const runs: AlignedRun[] = [];
  let at = head;
  for (let start = 0; start < text.length;) {
    let length = 0;
    while (start + length < text.length && pasted.charCodeAt(at + length) === text.charCodeAt(start + length))
      length += 1;
    if (length > 0) runs.push({ start, length, pasted: at });
    start += length;
    at += length;
    if (start === text.length) break;
    if (at >= pasted.length || !isBetween(pasted.charCodeAt(at))) return [];
    at += 1;
  }
  return runs;
}

/** The character of the token at this place of the pasted text, or -1 between runs and outside. */
export function tokenOffset(alignment: Alignment, pastedOffset: number): number {
  const run = alignment.find(({ pasted, length }) => pastedOffset >= pasted && pastedOffset < pasted + length);
  return run ? run.start + pastedOffset - run.pasted : -1;
}
