import type { FindingList } from './finding-list.ts';
import { partsOf, stringParameter } from './header-rules.ts';
import { parseJws } from './parse-jws.ts';
import { readJson } from './segment-json.ts';
import { decodeSegment, placeOf, type Segment } from './segment.ts';
import type { Disclosure, JwsParts, SdJwt } from './token-forms.ts';
import { shown } from './visible.ts';

/** More disclosures than this are not read. */
const READ_DISCLOSURES = 5000;

/** Reads `<issuer-signed JWT>~<disclosure>~…~[<key-binding JWT>]` (RFC 9901 §4). */
export function parseSdJwt(text: string, findings: FindingList): SdJwt {
  const firstTilde = text.indexOf('~');
  const lastTilde = text.lastIndexOf('~');
  const issuer = parseJws({ text: text.slice(0, firstTilde), start: 0, index: 0 }, findings);
  if (issuer.alg === 'none') findings.add('sd-jwt-unsecured', placeOf(issuer.header, null));

  const last = text.slice(lastTilde + 1);
  const hasKeyBinding = countPeriods(last) === 2;
  const start = lastTilde + 1;
  const keyBinding = hasKeyBinding ? parseJws({ text: last, start, index: 1 }, findings) : null;
  if (keyBinding !== null) reportKeyBinding(keyBinding, findings);
  const isClosed = last === '' || hasKeyBinding;
  if (!isClosed) {
    const characters = { start: text.length, end: text.length };
    findings.add('sd-jwt-unclosed', { segment: 'token', characters });
  }
  const end = isClosed ? lastTilde : text.length;
  const disclosures = readDisclosures(text, firstTilde + 1, end, findings);
  const parts = [issuer.header, issuer.payload, issuer.signature];
  const binding = keyBinding === null ? [] : [keyBinding.header, keyBinding.payload, keyBinding.signature];
  return {
    form: 'sd-jwt',
    text,
    segments: [...parts, ...disclosures.map(({ segment }) => segment), ...binding],
    findings: findings.finish(),
    issuer,
    disclosures,
    keyBinding,
  };
}

function countPeriods(text: string): number {
  let count = 0;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) count += 1;
  return count;
}

function readDisclosures(text: string, from: number, end: number, findings: FindingList): readonly Disclosure[] {
  const disclosures: Disclosure[] = [];
  const seen = new Set<string>();
  let position = 0;
  for (let start = from; start <= end && position < READ_DISCLOSURES; position += 1) {
    const tilde = text.indexOf('~', start);
    const stop = tilde < 0 || tilde > end ? end : tilde;
    const piece = text.slice(start, stop);
    const characters = { start, end: stop };
    if (piece === '') {
      findings.add('disclosure-empty', { segment: 'token', characters }, { position });
    } else {
      if (seen.has(piece)) {
        findings.add('disclosure-duplicate', { segment: 'token', characters }, { position });
      }
      seen.add(piece);
      const index = disclosures.length;
      const source = { name: 'disclosure', index, start, text: piece } as const;
      disclosures.push(readDisclosure(decodeSegment(source, findings), findings));
    }
    start = stop + 1;
  }
  if (position === READ_DISCLOSURES) reportUnread(text, findings);
  return disclosures;
}

function reportUnread(text: string, findings: FindingList): void {
  const count = text.split('~').length - 1;
  if (count <= READ_DISCLOSURES) return;
  const detail = { name: 'disclosures', read: READ_DISCLOSURES, count };
  findings.add('token-parts-unread', { segment: 'token' }, detail);
}

/** `[salt, name, value]` for a member of an object, `[salt, value]` for an element of an array (RFC 9901 §4.2). */
function readDisclosure(encoded: Segment, findings: FindingList): Disclosure {
  const segment = readJson(encoded, findings);
  const broken = { segment, kind: 'broken', salt: null, name: null, value: -1 } as const;
  const { json } = segment;
  if (json === null || json.size === 0) return broken;
  if (json.kind(0) !== 'array') {
    const place = placeOf(segment, json.valueRange(0), 0);
    findings.add('disclosure-not-array', place, { found: json.kind(0) });
    return broken;
  }
  const elements = json.childCount(0);
  if (elements !== 2 && elements !== 3) {
    findings.add('disclosure-length', placeOf(segment, json.valueRange(0), 0), { elements });
    return broken;
  }
  const [saltNode = -1, second = -1, third = -1] = json.children(0);
  const salt = json.string(saltNode);
  if (salt === null) {
    const place = placeOf(segment, json.valueRange(saltNode), saltNode);
    findings.add('disclosure-salt', place, { found: json.kind(saltNode) });
  }
  if (elements === 2) return { segment, kind: 'element', salt, name: null, value: second };
  const name = json.string(second);
  if (name === null || name === '_sd' || name === '...') {
    const place = placeOf(segment, json.valueRange(second), second);
    findings.add('disclosure-name', place, { name: shown(json.literal(second)) });
  }
  return { segment, kind: 'property', salt, name, value: third };
}

const REQUIRED_IN_KEY_BINDING = ['iat', 'aud', 'nonce', 'sd_hash'];

/** RFC 9901 §4.3. */
function reportKeyBinding({ header, payload }: JwsParts, findings: FindingList): void {
  const typ = stringParameter(partsOf(header), 'typ');
  if (typ !== 'kb+jwt') {
    findings.add('kb-jwt-typ', placeOf(header, null), { found: shown(typ ?? '') });
  }
  if (!payload.json?.isObject) return;
  for (const name of REQUIRED_IN_KEY_BINDING) {
    if (payload.json.member(0, name) >= 0) continue;
    findings.add('kb-jwt-claim-missing', placeOf(payload, null), { name });
  }
}
