import { parseSync, Visitor, type Node } from 'oxc-parser';
import { lineAt } from './parse-imports.ts';
import type { Region, SourceFile } from './vite/extract-regions.ts';

/** A string in a source file that may name a region. */
interface RegionUse {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

/** The methods of the recorder; their second argument names the region in which the call stands. */
const RECORDING = new Set(['note', 'perform']);

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

/** The names that recording calls give: `recorder.note(phase, 'name', fact)` and `recorder.perform(phase, 'name', …)`. */
function recordedNames({ file, source }: SourceFile): readonly RegionUse[] {
  const found: RegionUse[] = [];
  new Visitor({
    CallExpression: (node) => {
      const name = node.arguments[1];
      if (!isRecording(node.callee) || name?.type !== 'Literal' || typeof name.value !== 'string') return;
      found.push({ file, line: lineAt(source, name.start), name: name.value });
    },
  }).visit(parseSync(file, source).program);
  return found;
}

function isRecording(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  return RECORDING.has(callee.property.name);
}

/** What the displayed code would say wrongly, as sentences with their places. */
export function regionComplaints(files: readonly SourceFile[], regions: readonly Region[]): readonly string[] {
  const byName = new Map(regions.map((region) => [region.name, region]));
  const uses = files.flatMap(stringsOf).filter(({ name }) => byName.has(name));
  const unknown = files
    .flatMap(recordedNames)
    .filter(({ name }) => !byName.has(name))
    .map(({ file, line, name }) => `${file}:${line}: records "${name}", which is no region`);
  const outside = uses
    .filter((use) => !liesIn(use, byName.get(use.name)))
    .map(({ file, line, name }) => `${file}:${line}: names region "${name}" but does not lie in it`);
  const silent = regions
    .filter((region) => !uses.some((use) => use.name === region.name && liesIn(use, region)))
    .map(({ file, startLine, name }) => `${file}:${startLine - 1}: nothing in region "${name}" records under its name`);
  return [...unknown, ...outside, ...silent];
}

function liesIn(use: RegionUse, region: Region | undefined): boolean {
  return region?.file === use.file && use.line >= region.startLine && use.line <= region.endLine;
}
