import type { FindingList } from './finding-list.ts';
import { FLAG } from './json-nodes.ts';
import { readNumber } from './json-number.ts';
import type { JsonTree } from './json-tree.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

/** After so many unusual numbers the others are counted as unusual without a closer look. */
const EXAMINED = 500;

/** Numbers that a parser does not give back as they are written (RFC 8259 §6, RFC 7493 §2.2). */
export function reportNumbers(segment: Segment, json: JsonTree, findings: FindingList): void {
  let examined = 0;
  let unexamined = 0;
  for (let node = 0; node < json.size; node += 1) {
    if (json.kind(node) !== 'number' || isOrdinary(json, node)) continue;
    if (examined === EXAMINED) {
      unexamined += 1;
      continue;
    }
    examined += 1;
    const { literal, reprinted, fate } = readNumber(json.literal(node));
    if (fate === 'kept' || !isWellFormedNumber(literal)) continue;
    findings.add(`number-${fate}`, placeOf(segment, json.valueRange(node), node), {
      literal: shown(literal),
      read: reprinted,
    });
  }
  findings.addUnlisted('number-rewritten', placeOf(segment, null), unexamined);
}

/** Up to 15 significant digits always survive; this looks at the bytes alone, because there may be half a million of them. */
function isOrdinary(json: JsonTree, node: number): boolean {
  const { start, end } = json.valueRange(node);
  const first = json.bytes[start];
  const digits = first === 0x2d ? start + 1 : start;
  if (end - digits > 15) return false;
  if (!json.hasFlag(node, FLAG.fraction)) return first !== 0x2d || json.bytes[digits] !== 0x30;
  if (json.bytes[end - 1] === 0x30) return false;
  for (let at = digits; at < end; at += 1) {
    const byte = json.bytes[at] ?? 0;
    if ((byte | 0x20) === 0x65) return false;
  }
  const isTiny = json.bytes[digits] === 0x30 && json.bytes[digits + 2] === 0x30;
  return !isTiny;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function isWellFormedNumber(literal: string): boolean {
  return NUMBER.test(literal);
}
