import { isRegisteredName } from './claim-names.ts';
import type { RegisteredClaim } from './claims.ts';
import { looksLike } from './confusables.ts';
import type { FindingList } from './finding-list.ts';
import { findParameter, stringParameter, type HeaderPart } from './header-rules.ts';
import { FLAG } from './json-nodes.ts';
import type { JsonTree } from './json-tree.ts';
import { isJwtType } from './payload.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

const MISSING = {
  exp: 'exp-missing',
  iat: 'iat-missing',
  iss: 'iss-missing',
  sub: 'sub-missing',
  aud: 'aud-missing',
  jti: 'jti-missing',
} as const;
const EXPECTED = ['exp', 'iat', 'iss', 'sub', 'aud', 'jti'] as const;

const DAY = 86_400;
/** RFC 6750 §5.3 advises an hour or less for bearer tokens; from a day on it is worth a note, from a month on a warning. */
const NOTED_LIFETIME = DAY;
const WARNED_LIFETIME = 30 * DAY;

/** After so many unusual names the rest is not looked at. */
const EXAMINED = 2000;

/** Claims and types that a careful issuer sets, names that miss a registered one by a hair, and long lives. */
export function lintClaims(
  payload: Segment,
  json: JsonTree,
  claims: readonly RegisteredClaim[],
  header: readonly HeaderPart[],
  now: number,
  findings: FindingList,
): void {
  for (const name of EXPECTED) {
    const isThere = claims.some((claim) => claim.name === name);
    if (!isThere) findings.add(MISSING[name], placeOf(payload, null));
  }
  lintType(header, findings);
  lintLifetime(payload, json, claims, now, findings);
  lintSpelling(payload, json, findings);
}

/** An explicit type keeps one kind of JWT from passing for another; `JWT` alone does not (RFC 8725bis §3.11). */
function lintType(header: readonly HeaderPart[], findings: FindingList): void {
  const first = header[0];
  if (first === undefined) return;
  const found = findParameter(header, 'typ');
  const typ = stringParameter(header, 'typ');
  if (found === null) findings.add('typ-missing', placeOf(first.segment, null));
  else if (isJwtType(typ)) {
    const { part, node } = found;
    const place = placeOf(part.segment, part.json.valueRange(node), node);
    findings.add('typ-generic', place, { typ: shown(typ ?? '') });
  }
}

function lintLifetime(
  payload: Segment,
  json: JsonTree,
  claims: readonly RegisteredClaim[],
  now: number,
  findings: FindingList,
): void {
  const exp = claims.find(({ name }) => name === 'exp');
  if (exp?.value.kind !== 'date' || exp.value.date.probableUnit !== 'seconds') return;
  const iat = claims.find(({ name }) => name === 'iat');
  const start = iat?.value.kind === 'date' ? iat.value.date.seconds : now;
  const seconds = exp.value.date.seconds - start;
  if (!(seconds > NOTED_LIFETIME)) return;
  const severity = seconds > WARNED_LIFETIME ? 'warning' : 'note';
  const place = { ...placeOf(payload, json.valueRange(exp.node), exp.node), severity } as const;
  findings.add('lifetime-long', place, { seconds });
}

/** `Exp`, `"aud "`: claim names are case-sensitive, so these are other names. Names beyond ASCII the parser has looked at. */
function lintSpelling(payload: Segment, json: JsonTree, findings: FindingList): void {
  let examined = 0;
  for (let node = json.firstChild(0); node >= 0; node = json.nextSibling(node)) {
    if (json.hasFlag(node, FLAG.nameBeyondAscii)) continue;
    const name = json.name(node) ?? '';
    // A name in small letters alone is either the registered one or another.
    if (name.length > 32 || /^[a-z_]*$/.test(name)) continue;
    if ((examined += 1) > EXAMINED) return;
    const meant = looksLike(name, isRegisteredName);
    if (meant === null) continue;
    const place = placeOf(payload, json.nameRange(node), node);
    findings.add('claim-name-spelling', place, { name: shown(name), meant });
  }
}
