import type { JsonTree } from './json-tree.ts';
import { toVisible } from './visible.ts';

/** From the root to the node: names of members and numbers of elements. Empty for the root. */
export function pathOf(tree: JsonTree, node: number): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = node; tree.parent(at) >= 0; at = tree.parent(at)) {
    path.push(tree.name(at) ?? indexInArray(tree, at));
  }
  return path.toReversed();
}

function indexInArray(tree: JsonTree, node: number): number {
  let index = 0;
  const first = tree.firstChild(tree.parent(node));
  for (let child = first; child >= 0 && child !== node; child = tree.nextSibling(child)) index += 1;
  return index;
}

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** A path to read, safe to show: `realm_access.roles[0]`, `["a.b"]`. */
export function shownPath(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (PLAIN_NAME.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(toVisible(step)).replaceAll('\\\\', '\\')}]`;
  }
  return text;
}
