import { reportCrit } from './crit-rules.ts';
import type { FindingList } from './finding-list.ts';
import { headerParameterType } from './header-parameters.ts';
import type { JsonKind } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';
import { placeOf, type Segment } from './segment.ts';

/**
 * One JSON object that contributes parameters to a JOSE header. Compact tokens have one, protected; JSON serialisations may add
 * unprotected ones, which are objects inside the document.
 */
export interface HeaderPart {
  /** Where it is written. */
  readonly segment: Segment;
  readonly json: JsonTree;
  /** The object's node. */
  readonly object: number;
  readonly isProtected: boolean;
}

export interface HeaderParameter {
  readonly part: HeaderPart;
  readonly node: number;
}

/** The parameter of this name, protected ones first; null if there is none. */
export function findParameter(parts: readonly HeaderPart[], name: string): HeaderParameter | null {
  for (const part of parts) {
    const node = part.json.member(part.object, name);
    if (node >= 0) return { part, node };
  }
  return null;
}

/** The parameter's value if it is a string. */
export function stringParameter(parts: readonly HeaderPart[], name: string): string | null {
  const found = findParameter(parts, name);
  return found === null ? null : found.part.json.string(found.node);
}

/** The header of a compact token, as a list of one part or none. */
export function partsOf(header: Segment | null): readonly HeaderPart[] {
  const json = header?.json ?? null;
  return header !== null && json?.isObject === true ? [{ segment: header, json, object: 0, isProtected: true }] : [];
}

/** Rules that hold for every JOSE header: it is an object, its parameters have their types, `crit` is obeyed. */
export function reportHeader(parts: readonly HeaderPart[], findings: FindingList): void {
  for (const part of parts) reportTypes(part, findings);
  reportCrit(parts, findings);
}

/** A header that could be read as JSON, but is none of an object's kind (RFC 7515 §5.2 step 3). */
export function reportNotObject(header: Segment, findings: FindingList): void {
  const { json } = header;
  if (json === null || json.size === 0 || json.isObject) return;
  findings.add('header-not-object', placeOf(header, json.valueRange(0), 0), {
    found: json.kind(0),
  });
}

function reportTypes(part: HeaderPart, findings: FindingList): void {
  const { json } = part;
  for (let node = json.firstChild(part.object); node >= 0; node = json.nextSibling(node)) {
    const name = json.name(node) ?? '';
    const expected = name === 'b64' ? 'boolean' : headerParameterType(name);
    if (expected === null || name === 'crit') continue;
    const found = json.kind(node);
    if (isKind(found, expected)) continue;
    const place = placeOf(part.segment, json.valueRange(node), node);
    findings.add('header-parameter-type', place, { name, expected, found });
  }
}

function isKind(found: JsonKind, expected: JsonKind | 'boolean'): boolean {
  return expected === 'boolean' ? found === 'true' || found === 'false' : found === expected;
}
