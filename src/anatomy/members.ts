import { numberText } from '#kit/number-text.ts';
import { FLAG, type JsonKind } from '#token/json-nodes.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { outlineOf } from './outline.ts';

/** One member, element or lone value of a JSON text, as a row shows it. Texts are as written: show them through `VisibleText`. */
export interface Member {
  readonly node: number;
  /** 1 for the members of the outermost object. */
  readonly level: number;
  /** The name as it is written, without its quotes; `[3]` for an element; null for a lone value. */
  readonly label: string | null;
  /** What a parser reads where that differs from what is written: `\u0073ub` is `sub`. */
  readonly name: string | null;
  readonly isElement: boolean;
  readonly kind: JsonKind;
  /** The value as written; for an object or an array what it holds: `3 members`. */
  readonly value: string;
  /** What a parser reads where the literal has escapes. */
  readonly reads: string | null;
  /** Another member has the same name: most parsers keep only the last. */
  readonly duplicate: 'lost' | 'kept' | null;
}

const QUOTE = 0x22;

/** How many rows a tree has: one for each node below an outer object or array, or one for a lone value. */
export function memberCount(tree: JsonTree): number {
  if (tree.size === 0) return 0;
  return isContainer(tree, 0) ? tree.size - 1 : 1;
}

/** The node of a row, which stand in the order of the text. */
export function nodeOfRow(tree: JsonTree, row: number): number {
  return isContainer(tree, 0) ? row + 1 : row;
}

/** The row of a node, or -1 for the outermost object or array itself. */
export function rowOfNode(tree: JsonTree, node: number): number {
  return isContainer(tree, 0) ? node - 1 : node;
}

export function memberAt(tree: JsonTree, row: number): Member {
  const node = nodeOfRow(tree, row);
  const outline = outlineOf(tree);
  const written = writtenName(tree, node);
  const name = tree.name(node);
  const isElement = node > 0 && name === null;
  return {
    node,
    level: outline.depth(node),
    label: isElement ? `[${outline.position(node)}]` : written,
    name,
    isElement,
    kind: tree.kind(node),
    value: isContainer(tree, node) ? holds(tree, node) : tree.literal(node),
    reads: readsOtherwise(tree, node),
    duplicate: outline.duplicate(node),
  };
}

function isContainer(tree: JsonTree, node: number): boolean {
  const kind = tree.kind(node);
  return kind === 'object' || kind === 'array';
}

function holds(tree: JsonTree, node: number): string {
  const count = tree.childCount(node);
  const thing = tree.kind(node) === 'object' ? 'member' : 'element';
  return `${numberText(count)} ${thing}${count === 1 ? '' : 's'}`;
}

function writtenName(tree: JsonTree, node: number): string | null {
  const range = tree.nameRange(node);
  return range === null ? null : decodeUtf8(tree.bytes, range.start, range.end).replace(/^"|"$/g, '');
}

function readsOtherwise(tree: JsonTree, node: number): string | null {
  const { start, end } = tree.valueRange(node);
  const isClosed = end - start >= 2 && tree.bytes[end - 1] === QUOTE;
  if (isClosed && !tree.hasFlag(node, FLAG.escape)) return null;
  const read = tree.string(node);
  return read === null || tree.literal(node) === `"${read}"` ? null : read;
}
