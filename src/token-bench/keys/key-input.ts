import type { KeyReading } from '#auth/keys/read-key.ts';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import type { VerifiedSignature } from '#auth/verify-for-bench.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import type { VerdictWords } from '../verdicts/verdict-words.ts';

/** What the reader gave to verify with. */
export interface KeyInput {
  readonly text: string;
  readonly encoding: SecretEncoding | 'auto';
  /** The reader asked to take the public half of a private key. */
  readonly usePrivate: boolean;
  /** A payload that travels apart, as text; null: none was given. */
  readonly detached: string | null;
}

export const NO_KEY: KeyInput = { text: '', encoding: 'auto', usePrivate: false, detached: null };

/** What came of it. */
export interface Verification {
  /** For which token and key: an answer to anything else is never shown. */
  readonly token: ParsedToken;
  readonly input: KeyInput;
  readonly key: KeyReading;
  /** One for each signature of the token. */
  readonly signatures: readonly JudgedSignature[];
  /** The second verdict in words. */
  readonly says: VerdictWords;
}

/** One of the token's signatures, with its own verdict in words. */
interface JudgedSignature extends VerifiedSignature {
  readonly says: VerdictWords;
}
