import type { FindingList } from './finding-list.ts';
import { headerParameterType } from './header-parameters.ts';
import { findParameter, type HeaderPart } from './header-rules.ts';
import { placeOf } from './segment.ts';
import { shown } from './visible.ts';

/** Extensions that Claimcheck understands, so that `crit` may demand them. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['b64']);

/** Longer lists are cut: every name costs a search through the header. */
const EXAMINED = 100;

/**
 * `crit` lists extensions that must be understood or the token refused (RFC 7515 §4.1.11): a protected, non-empty array of names that
 * are in the header and that no base specification defines.
 */
export function reportCrit(parts: readonly HeaderPart[], findings: FindingList): void {
  const crit = findParameter(parts, 'crit');
  if (crit === null) return;
  const { part, node } = crit;
  const { json, segment } = part;
  const place = placeOf(segment, json.valueRange(node), node);
  if (!part.isProtected) findings.add('crit-unprotected', place);
  if (json.kind(node) !== 'array') {
    findings.add('crit-not-array', place, { found: json.kind(node) });
    return;
  }
  if (json.childCount(node) === 0) findings.add('crit-empty', place);

  const seen = new Set<string>();
  let examined = 0;
  for (const item of json.children(node)) {
    if ((examined += 1) > EXAMINED) break;
    const at = placeOf(segment, json.valueRange(item), item);
    const name = json.string(item);
    if (name === null) {
      findings.add('crit-not-string', at, { found: json.kind(item) });
      continue;
    }
    const detail = { name: shown(name) };
    if (seen.has(name)) findings.add('crit-duplicate', at, detail);
    seen.add(name);
    if (findParameter(parts, name) === null) findings.add('crit-absent', at, detail);
    if (headerParameterType(name) !== null) findings.add('crit-registered', at, detail);
    else if (!UNDERSTOOD.has(name)) findings.add('crit-unknown', at, detail);
  }
  findings.addUnlisted('crit-unknown', place, Math.max(0, json.childCount(node) - EXAMINED));
}

/** True if `crit` demands this extension. */
export function isCritical(parts: readonly HeaderPart[], name: string): boolean {
  const crit = findParameter(parts, 'crit');
  if (crit === null || crit.part.json.kind(crit.node) !== 'array') return false;
  const { json } = crit.part;
  for (const item of json.children(crit.node)) if (json.string(item) === name) return true;
  return false;
}
