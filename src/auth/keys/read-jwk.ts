import {
  contentEncryption,
  keyManagementFamily,
  signatureAlgorithm,
} from '#token/algorithms.ts';
import { decodeBase64url, encodeBase64url } from '#token/base64url.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { charactersBefore } from '#token/utf8.ts';
import type { AsymmetricType, BenchKey, KeyBinding } from './bench-key.ts';
import { bitLength } from './der.ts';
import { JWK_MEMBERS, jwkMemberLength } from './jwk-members.ts';
import { note, unreadable, type KeyNote, type Reading } from './key-problem.ts';

/** A key and what is worth saying of it. */
export interface ReadKey {
  readonly key: BenchKey;
  readonly notes: readonly KeyNote[];
}

/** Reads the JWK at a node of a tree (RFC 7517 §4). Members that say nothing about the key itself are passed over. */
export function readJwk(tree: JsonTree, node: number): Reading<ReadKey> {
  const source: JwkSource = { tree, node, notes: [] };
  for (const child of tree.children(node)) {
    if (tree.isShadowed(child))
      source.notes.push(note('jwk-duplicate', tree.name(child)));
  }
  const kty = text(source, 'kty');
  if (!kty.ok) return kty;
  const bound = binding(source);
  if (!bound.ok) return bound;
  if (kty.value === null) return missing(source, 'kty');
  if (kty.value === 'oct') return readOct(source, bound.value);
  if (!isAsymmetric(kty.value))
    return unreadable('jwk-kty-unknown', offset(source, 'kty'), kty.value);
  return readHalf(source, kty.value, bound.value);
}

interface JwkSource {
  readonly tree: JsonTree;
  readonly node: number;
  readonly notes: KeyNote[];
}

function isAsymmetric(kty: string): kty is AsymmetricType {
  return Object.hasOwn(JWK_MEMBERS, kty);
}

function readOct(source: JwkSource, bound: KeyBinding): Reading<ReadKey> {
  const k = bytesOf(source, 'k', null);
  if (!k.ok) return k;
  if (k.value === null) return missing(source, 'k');
  const bytes = new Uint8Array(k.value);
  const key: BenchKey = { ...bound, kind: 'secret', encoding: 'jwk', bytes };
  return { ok: true, value: { key, notes: source.notes } };
}

function readHalf(
  source: JwkSource,
  kty: AsymmetricType,
  bound: KeyBinding,
): Reading<ReadKey> {
  const members = JWK_MEMBERS[kty];
  const variant = members.variant ? text(source, members.variant) : null;
  if (variant && !variant.ok) return variant;
  if (variant && variant.value === null)
    return missing(source, members.variant ?? '');
  const name = variant?.value ?? null;

  const jwk: Record<string, string> = { kty };
  if (members.variant && name !== null) jwk[members.variant] = name;
  let bits: number | null = null;
  for (const member of [...members.required, ...members.private]) {
    const bytes = bytesOf(source, member, jwkMemberLength(name, member));
    if (!bytes.ok) return bytes;
    if (bytes.value !== null) jwk[member] = encodeBase64url(bytes.value);
    else if (members.required.includes(member)) return missing(source, member);
    if (member === 'n' && bytes.value !== null)
      bits = bitLength(bytes.value, { content: 0, end: bytes.value.length });
  }
  const isPrivate = members.private.some((member) => member in jwk);
  const key: BenchKey = {
    ...bound,
    kind: isPrivate ? 'private' : 'public',
    kty,
    variant: name,
    bits,
    source: 'jwk',
    material: { format: 'jwk', jwk },
  };
  return { ok: true, value: { key, notes: source.notes } };
}

function binding(source: JwkSource): Reading<KeyBinding> {
  const kid = text(source, 'kid');
  const alg = text(source, 'alg');
  const use = text(source, 'use');
  const keyOps = texts(source, 'key_ops');
  if (!kid.ok) return kid;
  if (!alg.ok) return alg;
  if (!use.ok) return use;
  if (!keyOps.ok) return keyOps;
  const isKnown = alg.value === null || isRegistered(alg.value);
  if (!isKnown) source.notes.push(note('jwk-alg-unknown', alg.value));
  return {
    ok: true,
    value: {
      kid: kid.value,
      alg: isKnown ? alg.value : null,
      use: use.value,
      keyOps: keyOps.value,
    },
  };
}

function isRegistered(alg: string): boolean {
  return (
    signatureAlgorithm(alg) !== null ||
    keyManagementFamily(alg) !== null ||
    contentEncryption(alg) !== null
  );
}

/** A member that must be a string where it is there. */
function text({ tree, node }: JwkSource, name: string): Reading<string | null> {
  const member = tree.member(node, name);
  if (member < 0) return { ok: true, value: null };
  const value = tree.string(member);
  return value === null
    ? unreadable('jwk-member-type', offsetOf(tree, member), name)
    : { ok: true, value };
}

/** A member that must be an array of strings where it is there. */
function texts(
  { tree, node }: JwkSource,
  name: string,
): Reading<readonly string[] | null> {
  const member = tree.member(node, name);
  if (member < 0) return { ok: true, value: null };
  const wrong = unreadable('jwk-member-type', offsetOf(tree, member), name);
  if (tree.kind(member) !== 'array') return wrong;
  const values: string[] = [];
  for (const child of tree.children(member)) {
    const value = tree.string(child);
    if (value === null) return wrong;
    values.push(value);
  }
  return { ok: true, value: values };
}

/** A member's bytes, null if it is not there. `length`: how many there must be, null if that is open. */
function bytesOf(
  source: JwkSource,
  name: string,
  length: number | null,
): Reading<Uint8Array | null> {
  const value = text(source, name);
  if (!value.ok) return value;
  if (value.value === null) return { ok: true, value: null };
  const { bytes, faults } = decodeBase64url(value.value);
  const start = offset(source, name);
  const grave = faults.find(
    ({ kind }) => kind === 'character' || kind === 'length',
  );
  if (grave) {
    const at = start === null ? null : start + 1 + grave.start;
    return unreadable('jwk-member-encoding', at, name);
  }
  if (faults.length > 0) source.notes.push(note('jwk-spelling', name));
  if (length !== null && bytes.length !== length)
    return unreadable('jwk-member-length', start, name);
  return { ok: true, value: bytes };
}

function missing({ tree, node }: JwkSource, name: string) {
  return unreadable('jwk-member-missing', offsetOf(tree, node), name);
}

function offset({ tree, node }: JwkSource, name: string): number | null {
  const member = tree.member(node, name);
  return member < 0 ? null : offsetOf(tree, member);
}

/** Where a value begins, in characters of the text that the tree was made of. */
export function offsetOf(tree: JsonTree, node: number): number {
  return charactersBefore(tree.bytes, tree.valueRange(node).start);
}
