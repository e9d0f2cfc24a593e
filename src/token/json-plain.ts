import type { JsonTree } from './json-tree.ts';

/** What `JSON.parse` would give, but every object without a prototype, so that `__proto__` is a name like any other. */
export type PlainJson = string | number | boolean | null | PlainJson[] | { [name: string]: PlainJson };

/**
 * The values below a node as JavaScript data, without recursion. Of repeated names the last wins, numbers are rounded to doubles:
 * both as `JSON.parse` does. Null for a node that does not exist.
 */
export function toPlainJson(tree: JsonTree, node = 0): PlainJson {
  if (node < 0 || node >= tree.size) return null;
  const values = new Map<number, PlainJson>();
  const root = plainValue(tree, node);
  values.set(node, root);
  const end = tree.subtreeEnd(node);
  for (let current = node + 1; current < end; current += 1) {
    const value = plainValue(tree, current);
    if (tree.childCount(current) > 0) values.set(current, value);
    const container = values.get(tree.parent(current));
    if (Array.isArray(container)) container.push(value);
    else if (typeof container === 'object' && container !== null) {
      container[tree.name(current) ?? ''] = value;
    }
  }
  return root;
}

/** An empty container, or the scalar. */
function plainValue(tree: JsonTree, node: number): PlainJson {
  switch (tree.kind(node)) {
    case 'object':
      return Object.create(null) as { [name: string]: PlainJson };
    case 'array':
      return [];
    case 'string':
      return tree.string(node);
    case 'number':
      return Number(tree.literal(node));
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
  }
}
