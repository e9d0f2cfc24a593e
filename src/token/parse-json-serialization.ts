import type { FindingList } from './finding-list.ts';
import { findParameter, type HeaderPart } from './header-rules.ts';
import type { JsonKind } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';
import { readHeader } from './parse-jws.ts';
import { decodeSegment, placeOf, type Segment, type SegmentText } from './segment.ts';
import type { SegmentName } from './findings.ts';
import { shown } from './visible.ts';

/** What both JSON serialisations share (RFC 7515 §7.2, RFC 7516 §7.2). `document` is the whole text with its JSON. */
export interface JsonDocument {
  readonly document: Segment;
  readonly json: JsonTree;
}

/** More signatures or recipients than this are not read. */
export const READ_PARTS = 100;

/** The member of an object that must be a string; reports a wrong type, and absence where it is required. */
export function stringMember(
  { document, json }: JsonDocument,
  object: number,
  name: string,
  isRequired: boolean,
  findings: FindingList,
): number {
  return typedMember({ document, json }, object, name, 'string', isRequired, findings);
}

/** As `stringMember`, for any kind. Returns the node, or -1. */
export function typedMember(
  { document, json }: JsonDocument,
  object: number,
  name: string,
  expected: JsonKind,
  isRequired: boolean,
  findings: FindingList,
): number {
  const node = json.member(object, name);
  if (node < 0) {
    if (isRequired) {
      findings.add('serialization-member-missing', placeOf(document, null, object), { name });
    }
    return -1;
  }
  const found = json.kind(node);
  if (found === expected) return node;
  const place = placeOf(document, json.valueRange(node), node);
  findings.add('serialization-member-type', place, { name, expected, found });
  return -1;
}

/** A string of the document as a segment. It has a place in the text if it is written there letter by letter. */
export function memberText({ document, json }: JsonDocument, node: number, name: SegmentName, index = 0): SegmentText {
  const text = json.string(node) ?? '';
  const { start, end } = json.valueRange(node);
  const isAscii = document.bytes.length === document.text.length;
  const isVerbatim = isAscii && text.length === end - start - 2;
  return { name, index, start: isVerbatim ? start + 1 : null, text };
}

/** A base64url member as a decoded segment, or null if it is absent. */
export function memberSegment(
  source: JsonDocument,
  node: number,
  name: SegmentName,
  findings: FindingList,
  index = 0,
): Segment | null {
  return node < 0 ? null : decodeSegment(memberText(source, node, name, index), findings);
}

/** The protected header, or null if there is none: unlike in compact serialisation it may be absent. */
export function protectedHeader(
  source: JsonDocument,
  object: number,
  findings: FindingList,
  index = 0,
): Segment | null {
  const node = stringMember(source, object, 'protected', false, findings);
  return node < 0 ? null : readHeader(memberText(source, node, 'header', index), findings);
}

/** All objects that make up one JOSE header. A name may occur in only one of them (RFC 7515 §7.2.1, RFC 7516 §7.2.1). */
export function headerParts(
  { document, json }: JsonDocument,
  header: Segment | null,
  unprotected: readonly number[],
  findings: FindingList,
): readonly HeaderPart[] {
  const parts: HeaderPart[] = [];
  if (header?.json?.isObject) {
    parts.push({ segment: header, json: header.json, object: 0, isProtected: true });
  }
  for (const object of unprotected) {
    if (object < 0) continue;
    reportNamesTwice({ document, json }, object, parts, findings);
    parts.push({ segment: document, json, object, isProtected: false });
  }
  return parts;
}

function reportNamesTwice(
  { document, json }: JsonDocument,
  object: number,
  others: readonly HeaderPart[],
  findings: FindingList,
): void {
  let looked = 0;
  for (const node of json.children(object)) {
    if ((looked += 1) > READ_PARTS) return;
    const name = json.name(node) ?? '';
    if (findParameter(others, name) === null) continue;
    const place = placeOf(document, json.nameRange(node), node);
    findings.add('serialization-name-twice', place, { name: shown(name) });
  }
}

/** Says that a list was longer than is read. */
export function reportUnread({ document }: JsonDocument, name: string, count: number, findings: FindingList): void {
  if (count <= READ_PARTS) return;
  findings.add('token-parts-unread', placeOf(document, null), { name, read: READ_PARTS, count });
}
