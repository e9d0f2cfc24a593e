/** A source file as the extraction reads it; `file` is relative to the project's root. */
export interface SourceFile {
  readonly file: string;
  readonly source: string;
}

/** A named stretch of a source file, between `// region: name` and its `// endregion`. */
export interface Region {
  readonly name: string;
  readonly file: string;
  /** 1-based, first and last line between the two markers. */
  readonly startLine: number;
  readonly endLine: number;
  /** The region right around this one. */
  readonly parent: string | null;
}

export type RegionProblem = 'without-end' | 'without-start' | 'duplicate' | 'malformed' | 'empty';

class RegionError extends Error {
  readonly code: RegionProblem;

  constructor(code: RegionProblem, file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'RegionError';
    this.code = code;
  }
}

/** `php-session.recognise` or, inside it, `php-session.recognise/read-file`. */
const REGION_NAME = /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** Any line comment that starts like a marker, so that a misspelt one is an error and not a comment. */
const START = /^\s*\/\/\s*region\b:?\s*(.*?)\s*$/;
const END = /^\s*\/\/\s*endregion\b\s*$/;

function isMarker(line: string): boolean {
  return START.test(line) || END.test(line);
}

/**
 * Finds every region of the given files, in order of appearance; a nested one follows the one around it.
 * @throws RegionError for a marker without its partner, a name used twice, or a name that is none.
 */
export function extractRegions(files: readonly SourceFile[]): readonly Region[] {
  const seen = new Map<string, Region>();
  return files.flatMap(({ file, source }) => {
    const found = regionsOfFile(file, source.split('\n'));
    for (const region of found) {
      const earlier = seen.get(region.name);
      if (earlier) {
        const where = `${earlier.file}:${earlier.startLine - 1}`;
        const message = `region "${region.name}" is already at ${where}`;
        throw new RegionError('duplicate', file, region.startLine - 1, message);
      }
      seen.set(region.name, region);
    }
    return found;
  });
}

function regionsOfFile(file: string, lines: readonly string[]): readonly Region[] {
  const regions: Region[] = [];
  const open: { readonly name: string; readonly line: number; readonly place: number }[] = [];
  lines.forEach((text, index) => {
    const line = index + 1;
    const name = START.exec(text)?.[1];
    if (name !== undefined) {
      if (!text.includes('region: ') || !REGION_NAME.test(name)) {
        throw new RegionError('malformed', file, line, `"${text.trim()}" does not name a region`);
      }
      open.push({ name, line, place: regions.length });
      regions.push({ name, file, startLine: line + 1, endLine: line, parent: open.at(-2)?.name ?? null });
    } else if (END.test(text)) {
      const start = open.pop();
      if (!start) throw new RegionError('without-start', file, line, '"// endregion" ends nothing');
      const region = regions[start.place];
      if (region) regions[start.place] = { ...region, endLine: line - 1 };
      if (lines.slice(start.line, line - 1).every((inner) => inner.trim() === '' || isMarker(inner))) {
        throw new RegionError('empty', file, start.line, `region "${start.name}" holds no line`);
      }
    }
  });
  const unclosed = open.at(-1);
  if (unclosed) {
    throw new RegionError('without-end', file, unclosed.line, `region "${unclosed.name}" has no "// endregion"`);
  }
  return regions;
}

/** The lines of an outermost region as a reader sees them, and where each of its nested regions lies among them. */
export interface Listing {
  readonly outermost: Region;
  readonly text: string;
  /** Half-open ranges of line indexes into `text`, for the outermost region and each one inside it. */
  readonly ranges: ReadonlyMap<string, readonly [from: number, to: number]>;
}

/** Cuts each outermost region out of its file: markers dropped, dedented, no blank line at either end. */
export function cutListings(files: readonly SourceFile[], regions: readonly Region[]): readonly Listing[] {
  const sources = new Map(files.map(({ file, source }) => [file, source.split('\n')]));
  return regions
    .filter(({ parent }) => parent === null)
    .map((outermost) => {
      const kept = shownLines(sources.get(outermost.file) ?? [], outermost);
      const inside = regions.filter((region) => region.file === outermost.file && lies(region, outermost));
      const ranges = inside.map((region) => [region.name, rangeOf(region, kept)] as const);
      return { outermost, text: dedent(kept.map(({ text }) => text)).join('\n'), ranges: new Map(ranges) };
    });
}

interface ShownLine {
  readonly line: number;
  readonly text: string;
}

function lies(inner: Region, outer: Region): boolean {
  return inner.startLine >= outer.startLine && inner.endLine <= outer.endLine;
}

function shownLines(lines: readonly string[], region: Region): readonly ShownLine[] {
  const kept = lines
    .slice(region.startLine - 1, region.endLine)
    .map((text, index) => ({ line: region.startLine + index, text }))
    .filter(({ text }) => !isMarker(text));
  const first = kept.findIndex(({ text }) => text.trim() !== '');
  const last = kept.findLastIndex(({ text }) => text.trim() !== '');
  return kept.slice(first, last + 1);
}

function rangeOf(region: Region, kept: readonly ShownLine[]): readonly [number, number] {
  const within = ({ line, text }: ShownLine): boolean =>
    line >= region.startLine && line <= region.endLine && text.trim() !== '';
  return [kept.findIndex(within), kept.findLastIndex(within) + 1];
}

function dedent(lines: readonly string[]): readonly string[] {
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth).trimEnd());
}
