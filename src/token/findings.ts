import type { Citation } from '#core/reasons.ts';
import { CLAIM_FINDINGS } from './findings-claims.ts';
import { FORMAT_FINDINGS } from './findings-format.ts';
import { LINT_FINDINGS } from './findings-lint.ts';

/**
 * `invalid`: a rule says this must be refused. `warning`: legal or decodable, and dangerous or ambiguous.
 * `note`: worth knowing.
 */
export type Severity = 'invalid' | 'warning' | 'note';

/** Default severity, document and section (empty: the whole document), the names in `Finding.detail`. */
export type FindingRule = readonly [Severity, string, string, readonly string[]];

const RULES = { ...FORMAT_FINDINGS, ...CLAIM_FINDINGS, ...LINT_FINDINGS };

/** The closed union of everything this room can say about a token. The words for each live in the glossary. */
export type FindingCode = keyof typeof RULES;

/** Every code, in the order of the tables: what the glossary must have an entry for. */
export const FINDING_CODES = Object.keys(RULES) as readonly FindingCode[];

/** The parts of a token that a finding can point into. `token` is the whole text. */
export type SegmentName =
  | 'token'
  | 'header'
  | 'payload'
  | 'signature'
  | 'encrypted-key'
  | 'iv'
  | 'ciphertext'
  | 'tag'
  | 'aad'
  | 'disclosure'
  | 'extra';

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type FindingDetail = Readonly<Record<string, string | number>>;

/** One rule that one place of a token breaks. Plain data; strings in `detail` are already safe to show (see `toVisible`). */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly segment: SegmentName;
  /** Which one, where there are several: signature, recipient, disclosure. A key-binding JWT's parts count as 1. */
  readonly index: number;
  /** Characters (UTF-16 units) of the segment's text, or of the token's text for `token`. Null: the segment as a whole. */
  readonly characters: Range | null;
  /** Bytes of the decoded segment. */
  readonly bytes: Range | null;
  /** The JSON node, in the segment's tree. */
  readonly node: number | null;
  readonly detail: FindingDetail;
}

/** Where the rule is written. */
export function findingSource(code: FindingCode): Citation {
  const [, document, section] = RULES[code];
  return section === '' ? { document } : { document, section };
}

/** The worst that this code can mean. */
export function findingSeverity(code: FindingCode): Severity {
  return RULES[code][0];
}

/** The names that `detail` holds for this code, always all of them. */
export function findingDetailNames(code: FindingCode): readonly string[] {
  return RULES[code][3];
}
