import { parseSync, Visitor } from 'oxc-parser';
import { lineAt } from './parse-imports.ts';
import type { Region, SourceFile } from './vite/extract-regions.ts';

/** A string in a source file that may name a region. */
interface RegionUse {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

/** Every string of a file that is a value, not a type. */
function stringsOf({ file, source }: SourceFile): readonly RegionUse[] {
  const found: RegionUse[] = [];
  const inTypes = new Set<number>();
  new Visitor({
    TSLiteralType: (node) => inTypes.add(node.literal.start),
    Literal: (node) => {
      if (typeof node.value !== 'string' || inTypes.has(node.start)) return;
      found.push({ file, line: lineAt(source, node.start), name: node.value });
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** The strings that calls are given and that look like a region of ours, whether or not there is such a region. */
function namesGiven({ file, source }: SourceFile, regions: readonly Region[]): readonly RegionUse[] {
  const stems = new Set(regions.map(({ name }) => stemOf(name)));
  const found: RegionUse[] = [];
  new Visitor({
    CallExpression: (node) => {
      for (const argument of node.arguments) {
        if (argument.type !== 'Literal' || typeof argument.value !== 'string') continue;
        const { value: name, start } = argument;
        if (name.includes('.') && stems.has(stemOf(name))) found.push({ file, line: lineAt(source, start), name });
      }
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** `php-session` of `php-session.recognise/read-file`. */
function stemOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** What the displayed code would say wrongly, as sentences with their places. */
export function regionComplaints(files: readonly SourceFile[], regions: readonly Region[]): readonly string[] {
  const byName = new Map(regions.map((region) => [region.name, region]));
  const uses = files.flatMap(stringsOf).filter(({ name }) => byName.has(name));
  const unknown = files
    .flatMap((file) => namesGiven(file, regions))
    .filter(({ name }) => !byName.has(name))
    .map(({ file, line, name }) => `${file}:${line}: names "${name}", which is no region`);
  const outside = uses
    .filter((use) => !liesIn(use, byName.get(use.name)))
    .map(({ file, line, name }) => `${file}:${line}: names region "${name}" but does not lie in it`);
  // A region that only frames others is shown around them; what happens in it, they record.
  const silent = regions
    .filter(({ name }) => !regions.some(({ parent }) => parent === name))
    .filter((region) => !uses.some((use) => use.name === region.name && liesIn(use, region)))
    .map(({ file, startLine, name }) => `${file}:${startLine - 1}: nothing in region "${name}" records under its name`);
  return [...unknown, ...outside, ...silent];
}

function liesIn(use: RegionUse, region: Region | undefined): boolean {
  return region?.file === use.file && use.line >= region.startLine && use.line <= region.endLine;
}
