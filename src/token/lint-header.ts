import type { FindingList } from './finding-list.ts';
import type { FindingCode } from './findings.ts';
import { findParameter, type HeaderParameter, type HeaderPart } from './header-rules.ts';
import { describeJwk } from './jwk-description.ts';
import { placeOf } from './segment.ts';
import { shown } from './visible.ts';

/** Parameters by which a token brings or names its own key: whoever trusts them trusts the token to vouch for itself. */
export function lintHeader(parts: readonly HeaderPart[], findings: FindingList): void {
  for (const name of ['jwk', 'x5c']) {
    const found = findParameter(parts, name);
    if (found !== null) findings.add('header-key-embedded', memberPlace(found), { name });
  }
  for (const name of ['jwk', 'epk']) {
    const found = findParameter(parts, name);
    if (found === null) continue;
    const isPrivate = describeJwk(found.part.json, found.node).part === 'private';
    if (isPrivate) findings.add('header-key-private', memberPlace(found), { name });
  }
  for (const name of ['jku', 'x5u']) {
    const found = findParameter(parts, name);
    if (found !== null) lintUrl(found, name, findings);
  }
  const kid = findParameter(parts, 'kid');
  if (kid !== null) lintKeyId(kid, findings);
}

function memberPlace({ part, node }: HeaderParameter) {
  return placeOf(part.segment, part.json.memberRange(node), node);
}

const URL_PARTS = /^([a-z][a-z0-9+.-]{0,30}):(?:\/\/)?(?:[^/?#@\\]*@)?(\[[^\]]*\]|[^/?#:\\]*)/i;

/** `localhost`, loopback, private and link-local addresses, also as one number or in another base, and names that never leave a house. */
const LOCAL_HOST =
  /^(?:localhost|.*\.local(?:host)?|.*\.internal|(?:0x[0-9a-f]+|0\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}|\d+|0+(?:\.0+){0,3}|127(?:\.\d+){0,3}|10(?:\.\d+){1,3}|192\.168(?:\.\d+){1,2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){1,2}|169\.254(?:\.\d+){1,2}|\[(?:::1?|f[cd].*|fe80.*|::ffff:.*)\])\.?$/i;

function lintUrl(found: HeaderParameter, name: string, findings: FindingList): void {
  const { part, node } = found;
  const url = part.json.string(node);
  if (url === null) return;
  const place = placeOf(part.segment, part.json.valueRange(node), node);
  const [, scheme = '', host = ''] = URL_PARTS.exec(url.slice(0, 2048)) ?? [];
  findings.add('header-key-url', place, { name, host: shown(host) });
  if (scheme.toLowerCase() !== 'https') {
    findings.add('header-url-insecure', place, { name, scheme: shown(scheme) });
  }
  if (host.length < 256 && LOCAL_HOST.test(host)) {
    findings.add('header-url-local', place, { name, host: shown(host) });
  }
}

/** What a look-up by `kid` could be made to do (RFC 8725bis §3.10). One code per kind of trick. */
const KEY_ID_TRICKS: readonly (readonly [FindingCode, RegExp])[] = [
  ['kid-path', /\.\.[/\\]|^[/\\]|^[A-Za-z]:\\|%2e%2e|%2f|\0|\/(?:etc|dev|proc)\//i],
  [
    'kid-sql',
    /['"`]\s*(?:or|and|union|;|--|\||=)|\bunion\b.{1,40}\bselect\b|--\s*$|\/\*|;\s*(?:drop|select|insert|update|delete)\b/i,
  ],
  ['kid-ldap', /\*\)|\(\||\(&|\)\(/],
  ['kid-command', /[;|`]\s*\w|&&|\s&|\$\(|\$\{|\n/],
  ['kid-url', /^[a-z][a-z0-9+.-]*:\/\//i],
];

function lintKeyId(found: HeaderParameter, findings: FindingList): void {
  const { part, node } = found;
  const kid = part.json.string(node)?.slice(0, 2048);
  if (kid === undefined) return;
  const place = placeOf(part.segment, part.json.valueRange(node), node);
  for (const [code, pattern] of KEY_ID_TRICKS) {
    if (pattern.test(kid)) findings.add(code, place, { kid: shown(kid) });
  }
}
