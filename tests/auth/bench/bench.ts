import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { verificationMisfit } from '#auth/jws-key.ts';
import type { BenchKey } from '#auth/keys/bench-key.ts';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import { readKey, type KeyReading } from '#auth/keys/read-key.ts';
import { signatureCases, type DetachedPayload } from '#auth/signature-cases.ts';
import { verifyToken, type SignatureVerdict } from '#auth/verify-for-bench.ts';
import { parseToken } from '#token/parse.ts';

export interface Settings {
  readonly encoding?: SecretEncoding | 'auto';
  readonly usePrivate?: boolean;
  readonly detached?: DetachedPayload;
}

/** Reads a key as the page does: with the hints of the token's first signature. */
function readKeyFor(token: string, keyText: string, encoding: SecretEncoding | 'auto' = 'auto'): KeyReading {
  const [first] = signatureCases(parseToken(token));
  const algorithm = jwsAlgorithm(first?.alg ?? '');
  return readKey(keyText, {
    encoding,
    kid: first?.kid ?? null,
    fits: (key) => algorithm !== null && verificationMisfit(algorithm, key) === null,
  });
}

export function keysOf(reading: KeyReading): readonly BenchKey[] {
  return reading.state === 'read' ? reading.keys : [];
}

/** The verdicts on every signature of a pasted token, given a pasted key. */
export async function verdicts(
  token: string,
  keyText: string,
  settings: Settings = {},
): Promise<readonly SignatureVerdict[]> {
  const { encoding = 'auto', usePrivate = false, detached = null } = settings;
  const keys = keysOf(readKeyFor(token, keyText, encoding));
  const verified = await verifyToken(parseToken(token), keys, { usePrivate, detached });
  return verified.map((signature) => signature.verdict);
}

/** The verdict on a token that has one signature. */
export async function verdict(
  token: string,
  keyText: string,
  settings: Settings = {},
): Promise<SignatureVerdict | undefined> {
  const [first] = await verdicts(token, keyText, settings);
  return first;
}

/** A key as read with nothing known of a token. */
export function readAlone(text: string, encoding: SecretEncoding | 'auto' = 'auto'): KeyReading {
  return readKey(text, { encoding, kid: null, fits: () => false });
}

/** A reading in one word: the problem's code, or how many keys of which kinds. */
export function inShort(reading: KeyReading): string {
  if (reading.state === 'unreadable') return reading.problem.code;
  if (reading.state === 'empty') return 'empty';
  return reading.keys.map((key) => (key.kind === 'secret' ? key.encoding : `${key.kind} ${key.kty}`)).join(', ');
}
