import { memberPath } from '#anatomy/member-path.ts';
import { spanWords } from '#anatomy/dates.ts';
import { segmentTitle } from '#anatomy/segment-looks.ts';
import { numberText } from '#kit/number-text.ts';
import type { Finding } from '#token/findings.ts';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';

/** The part that a finding points into, or null where it is about the whole token. */
export function findingSegment({ segment, index }: Finding, { segments }: ParsedToken): Segment | null {
  return segments.find(({ name, index: at }) => name === segment && at === index) ?? null;
}

/** Where a finding is: `Payload, aud, offset 12 to 14`. Offsets are characters of the part, counted from 0. */
export function placeWords(finding: Finding, token: ParsedToken): string {
  const segment = findingSegment(finding, token);
  const title =
    finding.segment === 'token'
      ? null
      : segmentTitle({ name: finding.segment, index: finding.index }, token.form === 'sd-jwt');
  const member = segment?.json && finding.node !== null ? memberPath(segment.json, finding.node) : null;
  return [title, member, offsetWords(finding)].filter((words) => words !== null).join(', ');
}

function offsetWords({ characters, bytes }: Finding): string | null {
  if (characters !== null) return rangeWords('offset', characters);
  return bytes === null ? null : rangeWords('byte', bytes);
}

function rangeWords(unit: string, { start, end }: { start: number; end: number }): string {
  return end - start <= 1 ? `${unit} ${start}` : `${unit} ${start} to ${end - 1}`;
}

/** What the names in a finding's detail stand for, before their value. */
const LABELS: Readonly<Record<string, string>> = {
  character: 'found',
  canonical: 'canonical',
  count: 'how many',
  letters: 'letters',
  bits: 'spare bits',
  byte: 'byte',
  encoding: 'encoding',
  shown: 'written',
  name: 'name',
  looksLike: 'looks like',
  scripts: 'scripts',
  inside: 'inside',
  spelled: 'spelled',
  levels: 'levels',
  literal: 'written',
  read: 'read as',
  found: 'found',
  expected: 'expected',
  alg: 'alg',
  enc: 'enc',
  meant: 'meant',
  bytes: 'bytes',
  limit: 'limit',
  minimum: 'at least',
  zip: 'zip',
  syntax: 'syntax',
  with: 'beside',
  position: 'part',
  elements: 'elements',
  periods: 'periods',
  unit: 'probably',
  after: 'before',
  instead: 'instead',
  host: 'host',
  scheme: 'scheme',
  kid: 'kid',
  kind: 'kind',
  typ: 'typ',
  characters: 'characters',
  code: 'of',
  content: 'content',
};

/** Details that are spans of time. */
const SPANS: Readonly<Record<string, string>> = { since: 'since', until: 'in', ahead: 'ahead by', seconds: 'lifetime' };

/** What a name in a finding's detail stands for; null for one that has no words here. */
export function detailLabel(name: string): string | null {
  return SPANS[name] ?? LABELS[name] ?? null;
}

export interface DetailWords {
  readonly label: string;
  readonly value: string;
}

/** What was found there, item by item. Values are safe to show: the parser has escaped them. */
export function detailWords({ code, detail }: Finding): readonly DetailWords[] {
  return Object.entries(detail).flatMap(([key, value]) => {
    // The year that milliseconds would mean is already in the payload's own row.
    if (code === 'claim-date-unit' && key === 'seconds') return [];
    const span = SPANS[key];
    if (span !== undefined && typeof value === 'number') return [{ label: span, value: spanWords(value) }];
    if (key === 'count' && value === 1) return [];
    return [{ label: detailLabel(key) ?? key, value: typeof value === 'number' ? numberText(value) : value }];
  });
}
