import type { JsonTree } from '#token/json-tree.ts';

/** Where each node of a tree stands, worked out once in one pass, so that a row of a long list costs the same as the first. */
export interface Outline {
  /** How deep a node lies; 0 for the root. */
  readonly depth: (node: number) => number;
  /** The place among its siblings, from 0. */
  readonly position: (node: number) => number;
  /** Whether another member of the same object has the same name: most parsers lose all but the last. */
  readonly duplicate: (node: number) => 'lost' | 'kept' | null;
}

const OUTLINES = new WeakMap<JsonTree, Outline>();

export function outlineOf(tree: JsonTree): Outline {
  const known = OUTLINES.get(tree);
  if (known) return known;
  const outline = makeOutline(tree);
  OUTLINES.set(tree, outline);
  return outline;
}

function makeOutline(tree: JsonTree): Outline {
  const depths = new Uint32Array(tree.size);
  const positions = new Uint32Array(tree.size);
  const counted = new Uint32Array(tree.size);
  const shadowed = new Set<string>();
  for (let node = 1; node < tree.size; node += 1) {
    const parent = tree.parent(node);
    const position = counted[parent] ?? 0;
    depths[node] = (depths[parent] ?? 0) + 1;
    positions[node] = position;
    counted[parent] = position + 1;
    if (tree.isShadowed(node)) shadowed.add(keyOf(tree, node));
  }
  return {
    depth: (node) => depths[node] ?? 0,
    position: (node) => positions[node] ?? 0,
    duplicate: (node) => {
      if (tree.isShadowed(node)) return 'lost';
      return shadowed.size > 0 && shadowed.has(keyOf(tree, node)) ? 'kept' : null;
    },
  };
}

function keyOf(tree: JsonTree, node: number): string {
  return `${tree.parent(node)} ${tree.name(node) ?? ''}`;
}
