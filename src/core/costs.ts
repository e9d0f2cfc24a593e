/** Microseconds of virtual time. */
export type Micros = number;

export const MICROS_PER_SECOND = 1_000_000;

export interface Cost {
  readonly micros: Micros;
  /** Where the figure comes from, shown beside it. */
  readonly source: string;
}

const ASSUMED = 'assumed: a server 40 ms away, there and back';
const LOOPBACK = 'measured on loopback, 2 cores, November 2026';

/**
 * What each act costs in virtual time. Nothing here slows the app down: it moves the virtual clock, so that the reader sees which acts
 * are large (a hop, a password derivation) and which are not (a signature, a look-up).
 */
export const COSTS = {
  hop: { micros: 20_000, source: ASSUMED },
  fileRead: { micros: 5, source: LOOPBACK },
  fileWrite: { micros: 25, source: 'assumed: a small file, page cache warm' },
  query: { micros: 83, source: `${LOOPBACK}: PostgreSQL join, pooled connection` },
  memory: { micros: 1, source: 'assumed: a look-up in this process' },
  hmac: { micros: 19, source: `${LOOPBACK}: HS256 in a page` },
  rsaVerify: { micros: 28, source: `${LOOPBACK}: 36 000 RS256 verifications a second` },
  rsaSign: { micros: 900, source: 'assumed: RSA-2048, private-key operation' },
  eddsa: { micros: 50, source: `${LOOPBACK}: 20 000 EdDSA verifications a second` },
  hash: { micros: 2, source: 'assumed: SHA-256 of a short text' },
  derive: { micros: 150_000, source: 'assumed: PBKDF2-HMAC-SHA-256, 600 000 rounds' },
  /** Just after a request that was sent at the same moment has come in. */
  signal: { micros: 20_010, source: 'assumed: a signal to a server 40 ms away, there and back' },
  boot: { micros: 2_000_000, source: 'assumed: a small server comes up' },
  random: { micros: 1, source: 'assumed: CSPRNG, 16 to 32 bytes' },
} as const satisfies Record<string, Cost>;

export type CostId = keyof typeof COSTS;
