import { memberPath } from '#anatomy/member-path.ts';
import type { JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';

/** One member of either token. Values are as written: show them through `VisibleText`; null where it is missing. */
export interface MemberDifference {
  readonly part: 'header' | 'payload';
  /** Safe to show. */
  readonly path: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly state: 'same' | 'differs' | 'only-left' | 'only-right';
}

/** Further members of a part are not listed. */
const LISTED = 500;

/** Compares header and payload member by member, as they are written. Members that a later one of the same name shadows do not count. */
export function compareTokens(left: ParsedToken, right: ParsedToken): readonly MemberDifference[] {
  return (['header', 'payload'] as const).flatMap((part) => {
    const ours = leaves(treeOf(left, part));
    const theirs = leaves(treeOf(right, part));
    const paths = [...new Set([...ours.keys(), ...theirs.keys()])];
    return paths.map((path) => difference(part, path, ours.get(path) ?? null, theirs.get(path) ?? null));
  });
}

function difference(
  part: MemberDifference['part'],
  path: string,
  left: string | null,
  right: string | null,
): MemberDifference {
  const state = left === null ? 'only-right' : right === null ? 'only-left' : left === right ? 'same' : 'differs';
  return { part, path, left, right, state };
}

function treeOf(token: ParsedToken, part: Segment['name']): JsonTree | null {
  return token.segments.find(({ name, index }) => name === part && index === 0)?.json ?? null;
}

/** The scalars of a tree, and its empty objects and arrays, by their path. */
function leaves(tree: JsonTree | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (tree === null) return found;
  for (let node = 1; node < tree.size && found.size < LISTED; node += 1) {
    if (tree.childCount(node) > 0 || tree.isShadowed(node)) continue;
    const path = memberPath(tree, node);
    if (path !== null) found.set(path, tree.literal(node));
  }
  return found;
}

/** Whether two parts are spelled the same, to the letter. */
export function sameSpelling(left: ParsedToken, right: ParsedToken, part: Segment['name']): boolean | null {
  const texts = [left, right].map(({ segments }) => segments.find(({ name }) => name === part)?.text);
  return texts.includes(undefined) ? null : texts[0] === texts[1];
}
