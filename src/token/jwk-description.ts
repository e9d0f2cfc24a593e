import type { JsonTree } from './json-tree.ts';
import { shown } from './visible.ts';

/** `symmetric`: one key for both sides (`kty: oct`). `unknown`: the text does not say. */
export type KeyPart = 'public' | 'private' | 'symmetric' | 'unknown';

/** One key as far as its wrapping tells; nothing in it is decoded or checked. Strings are safe to show. */
export interface KeyDescription {
  readonly part: KeyPart;
  /** JWK `kty`, or null. */
  readonly kty: string | null;
  readonly kid: string | null;
  readonly alg: string | null;
  readonly use: string | null;
}

/** The parameters that only the owner may know (RFC 7518 §6.2.2, §6.3.2, RFC 8037 §2, RFC 9964 §3). */
const PRIVATE_PARAMETERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

/** Describes the JWK at this node of a tree. */
export function describeJwk(json: JsonTree, node: number): KeyDescription {
  const text = (name: string) => {
    const found = json.member(node, name);
    const value = found < 0 ? null : json.string(found);
    return value === null ? null : shown(value);
  };
  const kty = text('kty');
  const isPrivate = PRIVATE_PARAMETERS.some((name) => json.member(node, name) >= 0);
  const part = isPrivate ? 'private' : kty === 'oct' ? 'symmetric' : kty === null ? 'unknown' : 'public';
  return { part, kty, kid: text('kid'), alg: text('alg'), use: text('use') };
}
