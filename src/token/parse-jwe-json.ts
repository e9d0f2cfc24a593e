import type { FindingList } from './finding-list.ts';
import type { JsonTree } from './json-tree.ts';
import { reportHeader, stringParameter } from './header-rules.ts';
import { reportContentEncryption, reportKeyManagement } from './jwe-rules.ts';
import {
  READ_PARTS,
  headerParts,
  memberSegment,
  memberText,
  protectedHeader,
  reportUnread,
  stringMember,
  typedMember,
  type JsonDocument,
} from './parse-json-serialization.ts';
import { inTextOrder } from './parse-jws-json.ts';
import { decodeSegment, placeOf, type Segment } from './segment.ts';
import type { JsonJwe, JsonRecipient } from './token-forms.ts';

/** True if the document's members are those of a JWE. */
export function isJweDocument(json: JsonTree): boolean {
  return json.member(0, 'ciphertext') >= 0;
}

/** Reads a JWE in general or flattened JSON serialisation (RFC 7516 §7.2). */
export function parseJweJson(source: JsonDocument, findings: FindingList): JsonJwe {
  const { document, json } = source;
  const isGeneral = json.member(0, 'recipients') >= 0;
  const syntax = isGeneral ? 'general' : 'flattened';
  findings.add('serialization-json', placeOf(document, null), { syntax });

  const part = (name: string, as: Segment['name'], isRequired: boolean) =>
    memberSegment(source, stringMember(source, 0, name, isRequired, findings), as, findings);
  const header = protectedHeader(source, 0, findings);
  const unprotected = typedMember(source, 0, 'unprotected', 'object', false, findings);
  const iv = part('iv', 'iv', false);
  const tag = part('tag', 'tag', false);
  const aad = part('aad', 'aad', false);
  const node = stringMember(source, 0, 'ciphertext', true, findings);
  const ciphertext = decodeSegment(memberText(source, node, 'ciphertext'), findings);
  findings.add('jwe-claims-hidden', placeOf(ciphertext, null));

  const shared = headerParts(source, header, [unprotected], findings);
  reportHeader(shared, findings);
  const recipients = recipientObjects(source, isGeneral, findings).map((object, index) =>
    readRecipient(source, object, index, { header, unprotected }, findings),
  );
  const first = recipients[0]?.parts ?? shared;
  reportContentEncryption(first, iv, tag, findings);
  const keys = recipients.map(({ recipient }) => recipient.encryptedKey);
  const segments = [header, ...keys, iv, ciphertext, tag, aad];
  return {
    form: 'jwe-json',
    syntax,
    text: document.text,
    segments: inTextOrder(segments.filter((segment) => segment !== null)),
    findings: findings.finish(),
    document,
    header,
    unprotected,
    recipients: recipients.map(({ recipient }) => recipient),
    iv,
    ciphertext,
    tag,
    aad,
    enc: stringParameter(first, 'enc'),
  };
}

function recipientObjects(source: JsonDocument, isGeneral: boolean, findings: FindingList): readonly number[] {
  if (!isGeneral) return [0];
  const { json } = source;
  const list = typedMember(source, 0, 'recipients', 'array', true, findings);
  const objects: number[] = [];
  if (list < 0) return objects;
  for (const node of json.children(list)) {
    if (json.kind(node) === 'object' && objects.length < READ_PARTS) objects.push(node);
  }
  reportUnread(source, 'recipients', json.childCount(list), findings);
  return objects;
}

function readRecipient(
  source: JsonDocument,
  object: number,
  index: number,
  shared: { header: Segment | null; unprotected: number },
  findings: FindingList,
) {
  const header = typedMember(source, object, 'header', 'object', false, findings);
  const keyNode = stringMember(source, object, 'encrypted_key', false, findings);
  const encryptedKey = memberSegment(source, keyNode, 'encrypted-key', findings, index);
  const parts = headerParts(source, shared.header, [shared.unprotected, header], findings);
  const alg = reportKeyManagement({ parts, encryptedKey }, findings);
  const recipient: JsonRecipient = { header, encryptedKey, alg };
  return { recipient, parts };
}
