import { parseSync, Visitor, type Node } from 'oxc-parser';
import { lineAt } from './parse-imports.ts';
import type { SourceFile } from './vite/extract-regions.ts';

/** Functions whose answer nobody can repeat. */
const UNREPEATABLE = new Set([
  'Date.now',
  'Date',
  'Math.random',
  'performance.now',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
]);

/** Every place where a file reads the real clock or real randomness, or sets a real timer, as `file:line: what`. */
export function realTimeUses({ file, source }: SourceFile): readonly string[] {
  const found: string[] = [];
  const note = (name: string | null, at: number): void => {
    if (name !== null && UNREPEATABLE.has(name)) found.push(`${file}:${lineAt(source, at)}: ${name}`);
  };
  new Visitor({
    CallExpression: (node) => note(nameOf(node.callee), node.start),
    NewExpression: (node) => {
      if (node.arguments.length === 0) note(nameOf(node.callee), node.start);
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** `Date.now`, whether written so or as `globalThis.Date.now`. */
function nameOf(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null;
  const object = nameOf(callee.object);
  return object === 'globalThis' || object === 'window' ? callee.property.name : `${object}.${callee.property.name}`;
}
