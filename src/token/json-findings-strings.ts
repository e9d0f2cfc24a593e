import type { FindingList } from './finding-list.ts';
import type { FindingCode, Range } from './findings.ts';
import { FLAG } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';
import { placeOf, type Segment } from './segment.ts';
import { escapeCharacter, hasHiddenCharacter, hiddenCharacters, type HiddenKind } from './visible.ts';

const CODES: Readonly<Record<HiddenKind, FindingCode | null>> = {
  surrogate: 'text-lone-surrogate',
  bidi: 'text-bidi-control',
  control: 'text-control-character',
  invisible: 'text-invisible',
  space: null,
};

/** Characters in names and strings that hide, reorder the text around them, or are no characters at all. */
export function reportStrings(segment: Segment, json: JsonTree, findings: FindingList): void {
  for (let node = 0; node < json.size; node += 1) {
    if (json.hasFlag(node, FLAG.nameBeyondAscii)) {
      reportHidden(segment, json.name(node), json.nameRange(node), node, findings);
    }
    if (json.hasFlag(node, FLAG.beyondAscii)) {
      reportHidden(segment, json.string(node), json.valueRange(node), node, findings);
    }
  }
}

/** One finding of each kind per string, with the characters of that kind in it. */
function reportHidden(
  segment: Segment,
  text: string | null,
  range: Range | null,
  node: number,
  findings: FindingList,
): void {
  if (text === null || !hasHiddenCharacter(text)) return;
  const byCode = new Map<FindingCode, Set<string>>();
  let looked = 0;
  for (const { kind, character } of hiddenCharacters(text)) {
    if ((looked += 1) > 200) break;
    const code = CODES[kind];
    if (code === null || character === '\n' || character === '\r' || character === '\t') continue;
    const characters = byCode.get(code) ?? new Set();
    byCode.set(code, characters.add(escapeCharacter(character)));
  }
  for (const [code, characters] of byCode) {
    if (findings.isFull(code, { segment: segment.name })) {
      findings.addUnlisted(code, { segment: segment.name }, 1);
      continue;
    }
    const list = [...characters].slice(0, 8).join(' ');
    findings.add(code, placeOf(segment, range, node), { shown: list });
  }
}
