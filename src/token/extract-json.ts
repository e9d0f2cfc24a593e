import type { Found, Source } from './extract-found.ts';
import { repair } from './extract-repairs.ts';
import { isCompactShape, isCredentialName } from './extract-shapes.ts';
import { FLAG } from './json-nodes.ts';
import { pathOf, shownPath } from './json-path.ts';
import { scanJson } from './json-scan.ts';
import type { JsonTree } from './json-tree.ts';
import { charactersBefore, encodeUtf8 } from './utf8.ts';

/** Strings beyond this many are not listed. */
const LISTED = 200;

/** Strings in a JSON text that are tokens, or lie under a name for credentials. Nothing if the text is no JSON object or array. */
export function* findInJson(source: Source): Generator<Found> {
  if (!/^\s*[{[]/.test(source.text)) return;
  const json = scanJson(encodeUtf8(source.text));
  if (!json.isWellFormed) return;
  let listed = 0;
  for (let node = 0; node < json.size && listed < LISTED; node += 1) {
    const raw = json.string(node);
    if (raw === null || raw === '') continue;
    if (!isCompactShape(raw.replace(/^bearer\s+/i, '')) && !isNamedCredential(json, node)) continue;
    listed += 1;
    yield asFound(source, json, node, raw);
  }
}

/** The text is JSON as a whole. */
export function isJsonText(text: string): boolean {
  return /^\s*[{[]/.test(text) && scanJson(encodeUtf8(text)).isWellFormed;
}

function isNamedCredential(json: JsonTree, node: number): boolean {
  const name = json.name(node);
  return name !== null && isCredentialName(name);
}

function asFound(source: Source, json: JsonTree, node: number, raw: string): Found {
  const { start, end } = json.valueRange(node);
  const isAscii = json.bytes.length === source.text.length;
  const character = (byte: number) => (isAscii ? byte : charactersBefore(json.bytes, byte));
  const first = source.at(character(start + 1));
  const repairs = json.hasFlag(node, FLAG.escape)
    ? [...source.repairs, repair('json-escapes', first, countEscapes(json, node), '\\')]
    : source.repairs;
  return {
    raw,
    start: first,
    end: source.at(character(end - 1)),
    carrier: 'json-member',
    name: shownPath(pathOf(json, node)) || null,
    repairs,
  };
}

function countEscapes(json: JsonTree, node: number): number {
  return json.literal(node).match(/\\./g)?.length ?? 0;
}
