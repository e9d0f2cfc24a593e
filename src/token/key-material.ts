import { describeJwk, type KeyDescription, type KeyPart } from './jwk-description.ts';
import { scanJson } from './json-scan.ts';
import type { JsonTree } from './json-tree.ts';
import { encodeUtf8 } from './utf8.ts';
import { shown } from './visible.ts';

/**
 * What a text in a key's or a token's field is. Detection only: it looks at the wrapping (RFC 7468, RFC 7517).
 * `text` is anything else, for a key's field a shared secret.
 */
export type KeyMaterial =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }
  | { readonly kind: 'jwk'; readonly key: KeyDescription }
  | { readonly kind: 'jwks'; readonly keys: readonly KeyDescription[] }
  | {
      readonly kind: 'pem';
      /** `PUBLIC KEY`, `EC PRIVATE KEY`, …, as written. */
      readonly label: string;
      readonly part: KeyPart;
      readonly isCertificate: boolean;
      readonly isEncrypted: boolean;
      /** How many blocks the text holds. */
      readonly blocks: number;
    }
  | { readonly kind: 'ssh'; readonly type: string };

/** Keys of a set beyond this many are not described. */
const DESCRIBED_KEYS = 200;

export function classifyKeyMaterial(text: string): KeyMaterial {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const key = jwkOrSet(scanJson(encodeUtf8(trimmed)));
    if (key !== null) return key;
  }
  const pem = pemBlocks(trimmed);
  if (pem !== null) return pem;
  const ssh = /^(ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S{1,40}) [A-Za-z0-9+/=]+/.exec(trimmed);
  return ssh?.[1] === undefined ? { kind: 'text' } : { kind: 'ssh', type: shown(ssh[1]) };
}

/** True if whoever holds this text can sign or decrypt, not only verify. A shared secret is not meant here. */
export function hasPrivatePart(material: KeyMaterial): boolean {
  switch (material.kind) {
    case 'jwk':
      return material.key.part === 'private';
    case 'jwks':
      return material.keys.some((key) => key.part === 'private');
    case 'pem':
      return material.part === 'private';
    default:
      return false;
  }
}

/** Reads a JSON text as a JWK or a JWK Set; null if it is neither. */
export function jwkOrSet(json: JsonTree): KeyMaterial | null {
  if (!json.isObject) return null;
  if (json.rootString('kty') !== null) return { kind: 'jwk', key: describeJwk(json, 0) };
  const list = json.member(0, 'keys');
  if (list < 0 || json.kind(list) !== 'array') return null;
  const keys: KeyDescription[] = [];
  for (const node of json.children(list)) {
    if (keys.length === DESCRIBED_KEYS) break;
    if (json.kind(node) === 'object') keys.push(describeJwk(json, node));
  }
  return { kind: 'jwks', keys };
}

const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;

/** PEM (RFC 7468). A private block anywhere makes the whole private. */
function pemBlocks(text: string): KeyMaterial | null {
  const labels = Array.from(text.matchAll(BEGIN), (match) => match[1] ?? '');
  const label = labels.find(isPrivateLabel) ?? labels[0];
  if (label === undefined) return null;
  const isCertificate = label.endsWith('CERTIFICATE');
  const isPublic = isCertificate || label.endsWith('PUBLIC KEY');
  return {
    kind: 'pem',
    label,
    part: isPrivateLabel(label) ? 'private' : isPublic ? 'public' : 'unknown',
    isCertificate,
    isEncrypted: label.startsWith('ENCRYPTED') || text.includes('Proc-Type: 4,ENCRYPTED'),
    blocks: labels.length,
  };
}

function isPrivateLabel(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}
