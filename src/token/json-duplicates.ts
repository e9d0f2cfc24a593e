import { FLAG, NODE, type NodeTable } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';

/** Up to this many members are compared pair by pair. */
const SMALL = 8;

/**
 * Marks members that a later one of the same name shadows; names count as the same however they are spelled (`sub`, `\u0073ub`).
 * Parsers that do not refuse such objects keep the last one, as `JSON.parse` does (RFC 8259 §4, RFC 7519 §4).
 */
export function markShadowedMembers(tree: JsonTree, nodes: NodeTable): void {
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.childCount(node) < 2 || tree.nameRange(node + 1) === null) continue;
    if (tree.childCount(node) > SMALL) markByIndex(tree, nodes, node);
    else markByPairs(tree, nodes, node);
  }
}

function markByIndex(tree: JsonTree, nodes: NodeTable, object: number): void {
  const last = new Map<string, number>();
  for (let child = tree.firstChild(object); child >= 0; child = tree.nextSibling(child)) {
    const name = tree.name(child) ?? '';
    const earlier = last.get(name);
    if (earlier !== undefined) nodes.flag(earlier, FLAG.shadowed);
    last.set(name, child);
  }
}

function markByPairs(tree: JsonTree, nodes: NodeTable, object: number): void {
  for (let one = tree.firstChild(object); one >= 0; one = tree.nextSibling(one)) {
    for (let other = tree.nextSibling(one); other >= 0; other = tree.nextSibling(other)) {
      if (!hasSameName(tree, nodes, one, other)) continue;
      nodes.flag(one, FLAG.shadowed);
      break;
    }
  }
}

function hasSameName(tree: JsonTree, nodes: NodeTable, one: number, other: number): boolean {
  const escaped = tree.hasFlag(one, FLAG.nameEscape) || tree.hasFlag(other, FLAG.nameEscape);
  if (escaped) return tree.name(one) === tree.name(other);
  const start = nodes.get(one, NODE.nameStart);
  const length = nodes.get(one, NODE.nameEnd) - start;
  const otherStart = nodes.get(other, NODE.nameStart);
  if (length !== nodes.get(other, NODE.nameEnd) - otherStart) return false;
  for (let i = 0; i < length; i += 1) {
    if (tree.bytes[start + i] !== tree.bytes[otherStart + i]) return false;
  }
  return true;
}
