import type { FindingList } from './finding-list.ts';
import type { Severity } from './findings.ts';
import { reportNames } from './json-findings-names.ts';
import { reportNumbers } from './json-findings-numbers.ts';
import { reportStrings } from './json-findings-strings.ts';
import { scanJson } from './json-scan.ts';
import type { JsonTree } from './json-tree.ts';
import { placeOf, type Segment } from './segment.ts';
import { countInvalidUtf8, detectUtf16, firstInvalidUtf8, hasUtf8Bom, namedByte } from './utf8.ts';
import { shown } from './visible.ts';

/** Deeper nesting than this makes some parsers give up (RFC 8259 §9 lets them). */
const DEEP = 128;

/**
 * Reads the segment's bytes as JSON and reports all that is wrong or ambiguous in it. `syntax` is how grave a broken rule is here:
 * a header must be JSON, a payload need not.
 */
export function readJson(segment: Segment, findings: FindingList, syntax: Severity = 'invalid'): Segment {
  const { bytes } = segment;
  const utf16 = detectUtf16(bytes);
  if (utf16 !== null) {
    const place = { ...placeOf(segment, { start: 0, end: 2 }), severity: syntax };
    findings.add('utf16-text', place, { encoding: utf16 });
    return segment;
  }
  reportEncoding(segment, findings, syntax);
  const json = scanJson(bytes);
  reportSyntax(segment, json, findings, syntax);
  if (json.depth > DEEP) findings.add('json-deep', placeOf(segment, null), { levels: json.depth });
  const read = { ...segment, json };
  reportNames(read, json, findings);
  reportStrings(read, json, findings);
  reportNumbers(read, json, findings);
  return read;
}

function reportEncoding(segment: Segment, findings: FindingList, severity: Severity): void {
  const { bytes } = segment;
  if (hasUtf8Bom(bytes)) {
    findings.add('utf8-bom', { ...placeOf(segment, { start: 0, end: 3 }), severity });
  }
  const bad = firstInvalidUtf8(bytes);
  if (bad < 0) return;
  const place = { ...placeOf(segment, { start: bad, end: bad + 1 }), severity };
  const count = countInvalidUtf8(bytes);
  findings.add('utf8-invalid', place, { byte: namedByte(bytes[bad] ?? 0), count });
}

function reportSyntax(segment: Segment, json: JsonTree, findings: FindingList, severity: Severity): void {
  for (const { code, start, end } of json.faults) {
    const place = { ...placeOf(segment, { start, end }), severity };
    const byte = segment.bytes[start] ?? 0;
    switch (code) {
      case 'json-text-after':
        findings.add(code, place, { count: end - start });
        break;
      case 'json-control-character':
        findings.add(code, place, { byte: namedByte(byte) });
        break;
      case 'json-unclosed':
        findings.add(code, place, { inside: json.size > 0 ? json.kind(0) : 'string' });
        break;
      case 'json-unexpected':
        findings.add(code, place, {
          character: byte < 0x80 ? shown(String.fromCharCode(byte)) : namedByte(byte),
        });
        break;
      default:
        findings.add(code, place);
    }
  }
  const last = json.faults.at(-1);
  if (last) findings.addUnlisted(last.code, placeOf(segment, null), json.unlistedFaults);
}
