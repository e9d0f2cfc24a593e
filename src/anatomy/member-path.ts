import { shownPath } from '#token/json-path.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { outlineOf } from './outline.ts';

const STEPS_SHOWN = 4;
const NAME_LENGTH = 60;

/** Where a member is, safe to show and short however deep it lies: `realm_access.roles[0]`, `…c.d[7].e`. Null for a lone value. */
export function memberPath(tree: JsonTree, node: number): string | null {
  const { depth, position } = outlineOf(tree);
  if (node < 0 || depth(node) === 0) return null;
  const steps: (string | number)[] = [];
  for (let at = node; tree.parent(at) >= 0 && steps.length < STEPS_SHOWN; at = tree.parent(at)) {
    steps.unshift(tree.name(at)?.slice(0, NAME_LENGTH) ?? position(at));
  }
  return `${depth(node) > STEPS_SHOWN ? '…' : ''}${shownPath(steps)}`;
}
