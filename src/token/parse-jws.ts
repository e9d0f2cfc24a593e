import type { FindingList } from './finding-list.ts';
import { partsOf, reportHeader, reportNotObject, stringParameter, type HeaderPart } from './header-rules.ts';
import { reportJwsAlgorithm, reportUnencoded } from './jws-rules.ts';
import { isJwtType, readPayload } from './payload.ts';
import { readJson } from './segment-json.ts';
import { decodeSegment, placeOf, unencodedSegment, type Segment } from './segment.ts';
import type { JwsParts } from './token-forms.ts';
import { shown } from './visible.ts';

/** A stretch of the token's text with exactly two periods. */
export interface CompactText {
  readonly text: string;
  /** Where it begins in the token's text. */
  readonly start: number;
  /** The index of its segments. */
  readonly index: number;
}

/** Reads a JWS in compact serialisation (RFC 7515 §5.2, §7.1): as much as there is, with all that is wrong with it. */
export function parseJws(compact: CompactText, findings: FindingList): JwsParts {
  const { text, start, index } = compact;
  const first = text.indexOf('.');
  const second = text.indexOf('.', first + 1);
  const header = readHeader({ name: 'header', index, start, text: text.slice(0, first) }, findings);
  const signature = decodeSegment(
    { name: 'signature', index, start: start + second + 1, text: text.slice(second + 1) },
    findings,
  );
  const parts = partsOf(header);
  reportHeader(parts, findings);
  const alg = reportJwsAlgorithm(parts, signature, findings);
  const unencoded = reportUnencoded(parts, findings);
  const payloadText = {
    name: 'payload',
    index,
    start: start + first + 1,
    text: text.slice(first + 1, second),
  } as const;
  const encoded = unencoded ? unencodedSegment(payloadText) : decodeSegment(payloadText, findings);
  if (unencoded) reportUnencodedCharacters(encoded, findings);
  const { payload, content } = readPayload(encoded, stringParameter(parts, 'cty'), findings);
  if (unencoded && isMeantAsJwt(parts, content)) {
    findings.add('b64-in-jwt', placeOf(header, null));
  }
  return { header, payload, signature, alg, content, unencoded };
}

/** Decodes a protected header and reads its JSON. */
export function readHeader(segmentText: Parameters<typeof decodeSegment>[0], findings: FindingList): Segment {
  const segment = decodeSegment(segmentText, findings);
  if (segmentText.text === '') {
    findings.add('token-segment-empty', placeOf(segment, null), { position: 1 });
    return segment;
  }
  const header = readJson(segment, findings);
  reportNotObject(header, findings);
  return header;
}

/** In compact serialisation an unencoded payload keeps to printable ASCII without periods (RFC 7797 §5.2). */
function reportUnencodedCharacters(payload: Segment, findings: FindingList): void {
  const at = payload.text.search(/[^\x20-\x2d\x2f-\x7e]/);
  if (at < 0) return;
  const place = { ...placeOf(payload, null), characters: { start: at, end: at + 1 } };
  findings.add('b64-character', place, { character: shown(payload.text.charAt(at)) });
}

function isMeantAsJwt(parts: readonly HeaderPart[], content: JwsParts['content']): boolean {
  const typ = stringParameter(parts, 'typ');
  return content === 'claims' || isJwtType(typ) || typ?.toLowerCase().endsWith('+jwt') === true;
}
