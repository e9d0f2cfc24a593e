import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { StorageRow } from '../models.ts';

/** What a server's memory holds at any time beside its secret: the key pair it signs with, and where it remembers nobody, that. */
export function standingRows(scheme: SchemeId, algorithm: Settings['algorithm']): readonly StorageRow[] {
  const keys = KEYS[algorithm];
  return scheme === 'jwt' ? [NO_SESSIONS, ...keys] : scheme === 'hybrid' ? keys : NONE;
}

const NONE: readonly StorageRow[] = [];
const NO_SESSIONS = row('sessions', 'none');

/** Under HS256 the secret both signs and verifies, and is a row of its own. */
const KEYS: Readonly<Record<Settings['algorithm'], readonly StorageRow[]>> = {
  HS256: NONE,
  RS256: [
    row('RSA private key', '•••• 2048 bit', 'signs; never leaves the server'),
    row('RSA public key', '2048 bit', 'verifies; anyone may have it'),
  ],
  EdDSA: [
    row('Ed25519 private key', '•••• 256 bit', 'signs; never leaves the server'),
    row('Ed25519 public key', '256 bit', 'verifies; anyone may have it'),
  ],
};

function row(name: string, value: string, visibility: string | null = null): StorageRow {
  const cells = [name, value].map((text) => ({ text, full: text, changed: false }));
  return { key: name, cells, change: null, event: null, visibility, credential: null };
}
