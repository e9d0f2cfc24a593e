import type { JsonTree } from '#token/json-tree.ts';
import type { SdJwt } from '#token/token-forms.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';

/** `_sd_alg` by the names of IANA's "Named Information Hash Algorithm", as WebCrypto calls them. */
const HASHES: Readonly<Record<string, string>> = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' };

/** `covered`: the issuer's token has its digest. `stray`: it has not. `unknown`: the hash cannot be had here. */
export type DisclosureState = 'covered' | 'stray' | 'unknown';

/** Holds a disclosure against the digests that the issuer signed, directly or inside another disclosure (RFC 9901 §7.1). */
export async function checkDisclosure(token: SdJwt, disclosure: string): Promise<DisclosureState> {
  const { json } = token.issuer.payload;
  const hash = HASHES[json?.rootString('_sd_alg') ?? 'sha-256'];
  if (hash === undefined || globalThis.crypto?.subtle === undefined) return 'unknown';
  const digest = await crypto.subtle.digest(hash, new Uint8Array(encodeUtf8(disclosure)));
  const wanted = encodeBase64url(new Uint8Array(digest));
  const trees = [json, ...token.disclosures.map(({ segment }) => segment.json)];
  return trees.some((tree) => tree !== null && hasDigest(tree, wanted)) ? 'covered' : 'stray';
}

/** Digests stand in arrays named `_sd` and in elements `{"...": digest}`. */
function hasDigest(tree: JsonTree, digest: string): boolean {
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.kind(node) !== 'string') continue;
    const name = tree.name(node) ?? tree.name(tree.parent(node));
    if ((name === '_sd' || name === '...') && tree.string(node) === digest) return true;
  }
  return false;
}
