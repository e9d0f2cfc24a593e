import type { FindingList } from './finding-list.ts';
import type { JsonTree } from './json-tree.ts';
import { reportHeader, stringParameter, type HeaderPart } from './header-rules.ts';
import { reportJwsAlgorithm, reportUnencoded } from './jws-rules.ts';
import {
  READ_PARTS,
  headerParts,
  memberText,
  protectedHeader,
  reportUnread,
  stringMember,
  typedMember,
  type JsonDocument,
} from './parse-json-serialization.ts';
import { readPayload } from './payload.ts';
import { decodeSegment, placeOf, unencodedSegment, type Segment } from './segment.ts';
import type { JsonJws, JsonSignature } from './token-forms.ts';

interface ReadSignature {
  readonly signature: JsonSignature;
  readonly parts: readonly HeaderPart[];
  readonly unencoded: boolean;
}

/** True if the document's members are those of a JWS. */
export function isJwsDocument(json: JsonTree): boolean {
  const signed = json.member(0, 'signature') >= 0 || json.member(0, 'signatures') >= 0;
  return signed && (json.member(0, 'payload') >= 0 || json.member(0, 'protected') >= 0);
}

/** Reads a JWS in general or flattened JSON serialisation (RFC 7515 §7.2). */
export function parseJwsJson(source: JsonDocument, findings: FindingList): JsonJws {
  const { document, json } = source;
  const isGeneral = json.member(0, 'signatures') >= 0;
  const syntax = isGeneral ? 'general' : 'flattened';
  findings.add('serialization-json', placeOf(document, null), { syntax });
  if (isGeneral) reportMixed(source, findings);

  const read = signatureObjects(source, isGeneral, findings).map((object, index) =>
    readSignature(source, object, index, findings),
  );
  const first = read[0];
  const payloadNode = stringMember(source, 0, 'payload', true, findings);
  const payloadText = memberText(source, payloadNode, 'payload');
  const encoded = first?.unencoded === true ? unencodedSegment(payloadText) : decodeSegment(payloadText, findings);
  const cty = first === undefined ? null : stringParameter(first.parts, 'cty');
  const { payload, content } = readPayload(encoded, cty, findings);
  const signatures = read.map(({ signature }) => signature);
  return {
    form: 'jws-json',
    syntax,
    text: document.text,
    segments: inTextOrder([
      payload,
      ...signatures.flatMap(({ header, signature }) => (header === null ? [signature] : [header, signature])),
    ]),
    findings: findings.finish(),
    document,
    payload,
    content,
    signatures,
  };
}

function signatureObjects(source: JsonDocument, isGeneral: boolean, findings: FindingList): readonly number[] {
  if (!isGeneral) return [0];
  const { document, json } = source;
  const list = typedMember(source, 0, 'signatures', 'array', true, findings);
  if (list < 0) return [];
  const objects: number[] = [];
  for (const node of json.children(list)) {
    if (objects.length === READ_PARTS) break;
    if (json.kind(node) === 'object') objects.push(node);
    else {
      findings.add('serialization-member-type', placeOf(document, json.valueRange(node), node), {
        name: 'signatures',
        expected: 'object',
        found: json.kind(node),
      });
    }
  }
  reportUnread(source, 'signatures', json.childCount(list), findings);
  return objects;
}

function readSignature(source: JsonDocument, object: number, index: number, findings: FindingList): ReadSignature {
  const header = protectedHeader(source, object, findings, index);
  const unprotected = typedMember(source, object, 'header', 'object', false, findings);
  const node = stringMember(source, object, 'signature', true, findings);
  const signature = decodeSegment(memberText(source, node, 'signature', index), findings);
  const parts = headerParts(source, header, [unprotected], findings);
  reportHeader(parts, findings);
  const alg = reportJwsAlgorithm(parts, signature, findings);
  const unencoded = reportUnencoded(parts, findings);
  return { signature: { header, unprotected, signature, alg }, parts, unencoded };
}

/** General syntax has no signature of its own beside the list (RFC 7515 §7.2.2). */
function reportMixed({ document, json }: JsonDocument, findings: FindingList): void {
  for (const name of ['signature', 'protected', 'header']) {
    const node = json.member(0, name);
    if (node < 0) continue;
    const place = placeOf(document, json.memberRange(node), node);
    findings.add('serialization-mixed', place, { name, with: 'signatures' });
  }
}

/** Parts by their place in the text; those without one come last. */
export function inTextOrder(segments: readonly Segment[]): readonly Segment[] {
  return segments.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0);
}
