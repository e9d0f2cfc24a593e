import { scanJson } from '#token/json-scan.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { classifyKeyMaterial } from '#token/key-material.ts';
import { charactersBefore, encodeUtf8 } from '#token/utf8.ts';
import { UNBOUND, type BenchKey, type SharedSecret } from './bench-key.ts';
import {
  note,
  unreadable,
  type KeyNote,
  type KeyProblem,
  type Reading,
} from './key-problem.ts';
import { readPem, type PemText } from './pem.ts';
import { pickKeys, type KeyChoice, type PickedKeys } from './pick-keys.ts';
import { offsetOf, readJwk } from './read-jwk.ts';
import { isKeyBlock, readPemKey } from './read-pem-key.ts';
import {
  decodeSecret,
  guessSecret,
  type SecretEncoding,
  type SecretReading,
} from './secret-text.ts';

/** What is known besides the text. */
export interface KeyQuestion {
  /** `auto`: find out what it is. Otherwise it is a secret in this encoding, whatever it looks like. */
  readonly encoding: SecretEncoding | 'auto';
  /** The token's `kid`, to pick from a set by. */
  readonly kid: string | null;
  /** Whether a key could serve: decides in a set where `kid` does not. See `verificationMisfit`. */
  readonly fits: (key: BenchKey) => boolean;
}

export type KeyReading =
  | { readonly state: 'empty' }
  | { readonly state: 'unreadable'; readonly problem: KeyProblem }
  | {
      readonly state: 'read';
      /** Those to try, likeliest first. Never empty. */
      readonly keys: readonly BenchKey[];
      readonly choice: KeyChoice;
      readonly notes: readonly KeyNote[];
    };

/** Reads a pasted text as a secret, PEM, JWK or JWK Set. Pure; asks no platform whether it likes the key. */
export function readKey(text: string, question: KeyQuestion): KeyReading {
  if (text === '') return { state: 'empty' };
  const { encoding } = question;
  if (encoding !== 'auto') return readSecret(text, encoding);
  if (text.trim() === '') return { state: 'empty' };

  const pem = readPem(text);
  if (pem !== null) return settle(pem, readPemText);
  const tree = /^\s*[[{]/.test(text) ? scanJson(encodeUtf8(text)) : null;
  if (tree?.isWellFormed) return readJson(tree, question);
  if (tree !== null && looksLikeJwk(text)) return refuse(malformed(tree));
  if (classifyKeyMaterial(text).kind === 'ssh')
    return refuse(unreadable('ssh-key'));
  return guess(text);
}

function readSecret(text: string, encoding: SecretEncoding): KeyReading {
  const notes =
    readPem(text) !== null || looksLikeJwk(text)
      ? [note('secret-looks-like-key')]
      : [];
  return settle(decodeSecret(text, encoding), (bytes) => ({
    state: 'read',
    keys: [secret({ encoding, bytes })],
    choice: 'only',
    notes: [...notes, ...edgeNotes(text, encoding)],
  }));
}

function guess(text: string): KeyReading {
  const keys = guessSecret(text).map(secret);
  const choice = keys.length > 1 ? 'guess' : 'only';
  return { state: 'read', keys, choice, notes: edgeNotes(text, 'utf8') };
}

function secret({ encoding, bytes }: SecretReading): SharedSecret {
  return { ...UNBOUND, kind: 'secret', encoding, bytes };
}

function edgeNotes(text: string, encoding: SecretEncoding): readonly KeyNote[] {
  const hasEdges = encoding === 'utf8' && text !== text.trim();
  return hasEdges ? [note('secret-edges')] : [];
}

function readPemText({ blocks, isEscaped, hasOtherText }: PemText): KeyReading {
  const [block, ...ignored] = blocks.filter(isKeyBlock);
  const [other] = blocks;
  if (!block)
    return refuse(unreadable('pem-label-unknown', null, other?.label ?? null));
  return settle(readPemKey(block), (key) => {
    const notes = [
      ...(key.kind === 'private' ? [note('private-part', block.label)] : []),
      ...(key.source === 'certificate' ? [note('certificate-unchecked')] : []),
      ...(isEscaped ? [note('pem-escaped')] : []),
      ...(hasOtherText ? [note('text-ignored')] : []),
      ...ignored.map(({ label }) => note('block-ignored', label)),
    ];
    return { state: 'read', keys: [key], choice: 'only', notes };
  });
}

function readJson(tree: JsonTree, question: KeyQuestion): KeyReading {
  const set = tree.member(0, 'keys');
  if (set >= 0 && tree.kind(set) === 'array')
    return readSet(tree, set, question);
  if (tree.member(0, 'kty') < 0) return refuse(unreadable('json-no-key', 0));
  return settle(readJwk(tree, 0), ({ key, notes }) => ({
    state: 'read',
    keys: [key],
    choice: 'only',
    notes: [...privateNotes([key]), ...notes],
  }));
}

/** A set may hold keys that nobody here understands: they are passed over (RFC 7517 §5). */
function readSet(
  tree: JsonTree,
  set: number,
  { kid, fits }: KeyQuestion,
): KeyReading {
  const keys: BenchKey[] = [];
  const notes: KeyNote[] = [];
  let first: KeyProblem | null = null;
  for (const node of tree.children(set)) {
    const read = readJwk(tree, node);
    if (read.ok) {
      keys.push(read.value.key);
      notes.push(...read.value.notes);
      continue;
    }
    first ??= read.problem;
    notes.push(note('jwks-skipped', read.problem.code));
  }
  if (keys.length > 0) return picked(pickKeys(keys, kid, fits), kid, notes);
  const at = offsetOf(tree, set);
  return first
    ? { state: 'unreadable', problem: first }
    : refuse(unreadable('jwks-empty', at));
}

function picked(
  { keys, choice, isKidAbsent }: PickedKeys,
  kid: string | null,
  notes: readonly KeyNote[],
): KeyReading {
  const absent = isKidAbsent ? [note('jwks-kid-absent', kid)] : [];
  const all = [...absent, ...privateNotes(keys), ...notes];
  return { state: 'read', keys, choice, notes: all };
}

function privateNotes(keys: readonly BenchKey[]): readonly KeyNote[] {
  const found = keys.find(({ kind }) => kind === 'private');
  return found ? [note('private-part', found.kid)] : [];
}

/** Meant as JSON of a key, whether or not it is well-formed. Other texts in braces may be secrets. */
function looksLikeJwk(text: string): boolean {
  return /^\s*\{/.test(text) && /"(?:kty|keys)"/.test(text);
}

function malformed(tree: JsonTree) {
  const start = tree.faults[0]?.start ?? 0;
  return unreadable('json-malformed', charactersBefore(tree.bytes, start));
}

function refuse({ problem }: { readonly problem: KeyProblem }): KeyReading {
  return { state: 'unreadable', problem };
}

function settle<T>(
  reading: Reading<T>,
  go: (value: T) => KeyReading,
): KeyReading {
  return reading.ok ? go(reading.value) : refuse(reading);
}
