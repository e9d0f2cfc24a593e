import type { ClaimRule, ClaimType } from './claim-names.ts';
import type { FindingList } from './finding-list.ts';
import type { JsonTree } from './json-tree.ts';
import { isImplausiblyEarly, readNumericDate, type NumericDate } from './numeric-date.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

/** What a registered claim holds. Texts are as they are in the token: show them through `toVisible`. */
export type ClaimValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'date'; readonly date: NumericDate }
  | { readonly kind: 'number'; readonly literal: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'object' }
  /** Not of the type that its specification asks for. */
  | { readonly kind: 'wrong-type' };

/** Longer lists are cut. */
const LISTED_TEXTS = 1000;

const WRONG_TYPE: ClaimValue = { kind: 'wrong-type' };

/** Reads the value at a node as the type that its specification asks for. */
export function readClaimValue(json: JsonTree, node: number, type: ClaimType): ClaimValue {
  const kind = json.kind(node);
  switch (type) {
    case 'string':
      return readText(json, node);
    case 'audience':
      return kind === 'array' ? readTexts(json, node) : readText(json, node);
    case 'string-array':
      return kind === 'array' ? readTexts(json, node) : WRONG_TYPE;
    case 'numeric-date':
      return kind === 'number' ? { kind: 'date', date: readNumericDate(json.literal(node)) } : WRONG_TYPE;
    case 'number':
      return kind === 'number' ? { kind: 'number', literal: json.literal(node) } : WRONG_TYPE;
    case 'boolean':
      return kind === 'true' || kind === 'false' ? { kind: 'boolean', value: kind === 'true' } : WRONG_TYPE;
    case 'object':
      return kind === 'object' ? { kind: 'object' } : WRONG_TYPE;
  }
}

function readText(json: JsonTree, node: number): ClaimValue {
  const text = json.string(node);
  return text === null ? WRONG_TYPE : { kind: 'text', text };
}

function readTexts(json: JsonTree, node: number): ClaimValue {
  const texts: string[] = [];
  for (const element of json.children(node)) {
    const text = json.string(element);
    if (text === null) return WRONG_TYPE;
    if (texts.length < LISTED_TEXTS) texts.push(text);
  }
  return { kind: 'texts', texts };
}

/** Reports a value of the wrong type, or an unusual date. */
export function reportClaimValue(
  payload: Segment,
  json: JsonTree,
  node: number,
  rule: ClaimRule,
  value: ClaimValue,
  findings: FindingList,
): void {
  const name = json.name(node) ?? '';
  const place = placeOf(payload, json.valueRange(node), node);
  if (value.kind === 'wrong-type') {
    findings.add('claim-type', place, {
      name,
      expected: rule.type,
      found: json.kind(node),
      shown: shown(json.literal(node)),
    });
  }
  if (value.kind !== 'date') return;
  const { date } = value;
  const detail = { name, literal: shown(date.literal) };
  if (!date.isPlainInteger) findings.add('claim-date-fraction', place, detail);
  if (isImplausiblyEarly(date)) findings.add('claim-date-early', place, detail);
  if (date.probableUnit !== 'seconds') {
    const { probableUnit, probableEpochMilliseconds } = date;
    const seconds = Math.floor((probableEpochMilliseconds ?? 0) / 1000);
    findings.add('claim-date-unit', place, { ...detail, unit: probableUnit, seconds });
  }
  if (date.epochMilliseconds === null) findings.add('claim-date-beyond-calendar', place, detail);
}
