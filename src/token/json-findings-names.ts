import { isRegisteredName } from './claim-names.ts';
import { imitableScripts, looksLike } from './confusables.ts';
import type { FindingList } from './finding-list.ts';
import { FLAG } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';
import { placeOf, type Segment } from './segment.ts';
import { decodeUtf8 } from './utf8.ts';
import { shown } from './visible.ts';

/** After so many names beyond ASCII the rest is not compared with known ones. */
const EXAMINED = 2000;

/** Repeated names, and names that look like what they are not. */
export function reportNames(segment: Segment, json: JsonTree, findings: FindingList): void {
  let examined = 0;
  for (let node = 0; node < json.size; node += 1) {
    if (json.isShadowed(node)) reportShadowed(segment, json, node, findings);
    if (!json.hasFlag(node, FLAG.nameBeyondAscii) || (examined += 1) > EXAMINED) continue;
    reportUnusual(segment, json, node, findings);
  }
}

/** The finding points at the member that parsers drop; the one they keep comes later in the same object. */
function reportShadowed(segment: Segment, json: JsonTree, node: number, findings: FindingList): void {
  const range = json.nameRange(node);
  const place = placeOf(segment, range, node);
  const isListed = range !== null && !findings.isFull('json-duplicate-name', place);
  const name = isListed ? shown(json.name(node) ?? '') : '';
  const spelled = isListed ? shown(decodeUtf8(segment.bytes, range.start + 1, range.end - 1)) : '';
  findings.add('json-duplicate-name', place, { name, spelled });
}

function reportUnusual(segment: Segment, json: JsonTree, node: number, findings: FindingList): void {
  const name = json.name(node) ?? '';
  const place = placeOf(segment, json.nameRange(node), node);
  const meant = looksLike(name, isRegisteredName);
  if (meant !== null) {
    findings.add('name-confusable', place, { name: shown(name), looksLike: meant });
    return;
  }
  if (findings.isFull('name-mixed-script', place)) return;
  const scripts = imitableScripts(name);
  if (scripts.length < 2) return;
  findings.add('name-mixed-script', place, { name: shown(name), scripts: scripts.join(', ') });
}
