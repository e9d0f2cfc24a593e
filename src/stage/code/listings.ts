import type { RegionName } from '#core/events.ts';
import type { CodeView } from '#projections/models.ts';
import type { CodeSource } from './code-props.ts';
import { lineNumbers } from './line-numbers.ts';

/** A listing with what ran of it in this step. */
export interface LitListing {
  readonly file: string;
  readonly lines: CodeSource['lines'];
  /** The innermost region that ran last, by which the listing is headed. */
  readonly last: CodeSource;
  /** What ran of it, without what only surrounds something else that ran. */
  readonly regions: readonly CodeSource[];
  /** The file's number of each line; null where it cannot be told. */
  readonly numbers: readonly number[] | null;
}

interface Listings {
  /** Each listing once, in the order in which its last region ran. */
  readonly listings: readonly LitListing[];
  /** Regions whose source is not at hand. */
  readonly missing: readonly RegionName[];
}

/** Groups the regions of a step by the listing they lie in. */
export function listingsOf(ran: CodeView['left'], sources: Readonly<Record<RegionName, CodeSource>>): Listings {
  const byLines = new Map<CodeSource['lines'], CodeSource[]>();
  const missing: RegionName[] = [];
  for (const { region } of ran) {
    const source = Object.hasOwn(sources, region) ? sources[region] : undefined;
    if (!source) {
      missing.push(region);
      continue;
    }
    const regions = byLines.get(source.lines) ?? [];
    byLines.delete(source.lines);
    byLines.set(source.lines, [...regions, source]);
  }
  const listings = [...byLines].flatMap(([lines, regions]): LitListing[] => {
    const inner = regions.filter((region) => !regions.some((other) => surrounds(region, other)));
    const last = inner.at(-1);
    const all = Object.values(sources).filter((source) => source.lines === lines);
    return last ? [{ file: last.file, lines, last, regions: inner, numbers: lineNumbers(lines, all) }] : [];
  });
  return { listings, missing };
}

/** `last` is the region that ran last, `ran` another of this step. */
export function lightOf({ last, regions }: LitListing, line: number): 'last' | 'ran' | null {
  if (holds(last, line)) return 'last';
  return regions.some((region) => holds(region, line)) ? 'ran' : null;
}

function holds({ from, to }: CodeSource, line: number): boolean {
  return line >= from && line < to;
}

function surrounds(outer: CodeSource, inner: CodeSource): boolean {
  return outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from;
}
