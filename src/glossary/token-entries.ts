import { ENCRYPTION_ALGORITHM_ENTRIES } from './algorithms-encryption.ts';
import { SIGNING_ALGORITHM_ENTRIES } from './algorithms-signing.ts';
import { OAUTH_CLAIM_ENTRIES } from './claims-oauth.ts';
import { OIDC_CLAIM_ENTRIES } from './claims-oidc.ts';
import { APP_CLAIM_ENTRIES, REGISTERED_CLAIM_ENTRIES } from './claims-registered.ts';
import { type Entry, lookUp, type OpenFamily } from './entry.ts';
import { JWE_HEADER_ENTRIES } from './jwe-header.ts';
import { JWS_HEADER_ENTRIES } from './jws-header.ts';

/** What may stand in a token. Kept apart from the rest of the glossary, which a pasted token has no use for. */
export const TOKEN_FAMILIES = {
  'jws-header': JWS_HEADER_ENTRIES,
  'jwe-header': { ...JWS_HEADER_ENTRIES, ...JWE_HEADER_ENTRIES },
  claim: { ...OIDC_CLAIM_ENTRIES, ...OAUTH_CLAIM_ENTRIES, ...APP_CLAIM_ENTRIES, ...REGISTERED_CLAIM_ENTRIES },
  algorithm: { ...ENCRYPTION_ALGORITHM_ENTRIES, ...SIGNING_ALGORITHM_ENTRIES },
} as const satisfies Record<string, OpenFamily>;

/** The entry of a name or an algorithm as it is written there. Null for one that nobody registered. */
export function tokenEntry(family: keyof typeof TOKEN_FAMILIES, key: string): Entry | null {
  return lookUp<Entry>(TOKEN_FAMILIES[family], key);
}
