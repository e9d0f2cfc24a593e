import type { FindingList } from './finding-list.ts';
import type { SegmentName } from './findings.ts';
import { partsOf, reportHeader } from './header-rules.ts';
import { reportContentEncryption, reportKeyManagement } from './jwe-rules.ts';
import { readHeader } from './parse-jws.ts';
import { decodeSegment, placeOf, type SegmentText } from './segment.ts';
import type { CompactJwe } from './token-forms.ts';

const NAMES: readonly SegmentName[] = ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'];

/** Reads a JWE in compact serialisation: four periods (RFC 7516 §7.1). The ciphertext stays what it is. */
export function parseJwe(text: string, findings: FindingList): CompactJwe {
  const texts = text.split('.', NAMES.length);
  let start = 0;
  const cut = texts.map((part, i): SegmentText => {
    const source = { name: NAMES[i] ?? 'extra', start, text: part };
    start += part.length + 1;
    return source;
  });
  const piece = (i: number): SegmentText => cut[i] ?? { name: 'extra', start, text: '' };
  const header = readHeader(piece(0), findings);
  const encryptedKey = decodeSegment(piece(1), findings);
  const iv = decodeSegment(piece(2), findings);
  const ciphertext = decodeSegment(piece(3), findings);
  const tag = decodeSegment(piece(4), findings);

  const parts = partsOf(header);
  reportHeader(parts, findings);
  const alg = reportKeyManagement({ parts, encryptedKey }, findings);
  const enc = reportContentEncryption(parts, iv, tag, findings);
  findings.add('jwe-claims-hidden', placeOf(ciphertext, null));
  return {
    form: 'jwe',
    text,
    segments: [header, encryptedKey, iv, ciphertext, tag],
    findings: findings.finish(),
    header,
    encryptedKey,
    iv,
    ciphertext,
    tag,
    alg,
    enc,
  };
}
