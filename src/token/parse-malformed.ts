import type { FindingList } from './finding-list.ts';
import type { SegmentName } from './findings.ts';
import { partsOf, stringParameter } from './header-rules.ts';
import { readHeader } from './parse-jws.ts';
import { readPayload } from './payload.ts';
import { decodeSegment, type Segment } from './segment.ts';
import type { MalformedToken } from './token-forms.ts';

/** Parts beyond this many are not looked at. */
const READ_PARTS = 16;

interface Piece {
  readonly text: string;
  readonly start: number;
}

/**
 * A token with too few or too many parts: exactly two periods make a JWS, exactly four a JWE (RFC 7515 §7.1, RFC 7516 §7.1).
 * Empty parts are left out, the others are read in the order that a JWS has.
 */
export function parseMalformed(text: string, periods: number, findings: FindingList): MalformedToken {
  const pieces = cut(text, findings);
  const segments = pieces.map((piece, i) => readPiece(piece, nameOf(i), i, findings));
  const header = segments[0];
  const isJwe = header !== undefined && stringParameter(partsOf(header), 'enc') !== null;
  if (periods >= READ_PARTS) {
    const detail = { name: 'segments', read: READ_PARTS, count: periods + 1 };
    findings.add('token-parts-unread', { segment: 'token' }, detail);
  }
  findings.add('token-segment-count', { segment: 'token' }, { periods, expected: isJwe ? 4 : 2 });
  return { form: 'malformed', text, segments, findings: findings.finish(), periods };
}

function cut(text: string, findings: FindingList): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let position = 1; start <= text.length && position <= READ_PARTS; position += 1) {
    const period = text.indexOf('.', start);
    const end = period < 0 ? text.length : period;
    if (end > start) pieces.push({ text: text.slice(start, end), start });
    else {
      const characters = { start, end };
      findings.add('token-segment-empty', { segment: 'token', characters }, { position });
    }
    start = end + 1;
  }
  return pieces;
}

function nameOf(i: number): SegmentName {
  return (['header', 'payload', 'signature'] as const)[i] ?? 'extra';
}

function readPiece({ text, start }: Piece, name: SegmentName, i: number, findings: FindingList): Segment {
  const source = { name, index: name === 'extra' ? i - 3 : 0, start, text };
  if (name === 'header') return readHeader(source, findings);
  const segment = decodeSegment(source, findings);
  return name === 'payload' ? readPayload(segment, null, findings).payload : segment;
}
