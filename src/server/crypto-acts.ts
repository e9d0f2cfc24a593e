import type { Acts } from '#auth/acts.ts';
import { TOKEN_PROFILES } from '#auth/claims.ts';
import { signJwt } from '#auth/jwt-sign.ts';
import {
  derivePassword,
  ROUNDS_ON_PAPER,
  SIMULATED_ROUNDS,
  verifyPassword,
  type PasswordRecord,
} from '#auth/password.ts';
import { sha256 } from '#auth/sha256.ts';
import { signingKeys, type SigningAlgorithm } from '#auth/signing-keys.ts';
import { verifySignature } from '#auth/verify-jws.ts';
import { COSTS, type Cost } from '#core/costs.ts';
import type { CryptoFact, Phase, RegionName } from '#core/events.ts';
import type { ServerCall } from './call.ts';
import { secretBytes } from './stores/state.ts';

export interface CryptoActs extends Pick<
  Acts,
  'random' | 'hash' | 'sign' | 'verify'
> {
  /** Derives in any case; false for an unknown user (null). */
  verifyPassword(
    password: string,
    record: PasswordRecord | null,
    code: RegionName,
  ): Promise<boolean>;
  /** What is stored of a new password under this salt, both in hex. */
  derivePassword(
    password: string,
    salt: string,
    code: RegionName,
  ): Promise<string>;
}

type About = Pick<CryptoFact, 'op' | 'algorithm' | 'subject' | 'detail'>;

const ROUNDS = { rounds: SIMULATED_ROUNDS, roundsOnPaper: ROUNDS_ON_PAPER };

/** The cryptography of one phase of one request: each act takes its time and is recorded. */
export function cryptoActs(phase: Phase, call: ServerCall): CryptoActs {
  const { recorder, random, server, settings } = call;

  const record = <T extends Uint8Array | string | boolean>(
    { micros }: Cost,
    code: RegionName,
    about: About,
    act: () => Promise<T>,
  ): Promise<T> =>
    recorder.perform(phase, code, micros, async () => {
      const value = await act();
      const ok = typeof value === 'boolean' ? value : null;
      return { fact: { kind: 'crypto', ...about, ok }, value };
    });

  const keys = () =>
    signingKeys(settings.algorithm, secretBytes(server.state.secrets));

  return {
    random(length, subject, code) {
      const about = { op: 'random', algorithm: 'CSPRNG', subject } as const;
      const detail = { bytes: length };
      return record(COSTS.random, code, { ...about, detail }, async () =>
        random.bytes(length),
      );
    },

    hash(text, subject, code) {
      const about = { op: 'hash', algorithm: 'SHA-256', subject } as const;
      return record(COSTS.hash, code, { ...about, detail: {} }, () =>
        sha256(text),
      );
    },

    verifyPassword(password, user, code) {
      const algorithm = 'PBKDF2-HMAC-SHA-256';
      const about = { op: 'derive', algorithm, subject: 'password' } as const;
      return record(COSTS.derive, code, { ...about, detail: ROUNDS }, () =>
        verifyPassword(password, user),
      );
    },

    derivePassword(password, salt, code) {
      const algorithm = 'PBKDF2-HMAC-SHA-256';
      const subject = 'new password';
      const about = { op: 'derive', algorithm, subject } as const;
      return record(COSTS.derive, code, { ...about, detail: ROUNDS }, () =>
        derivePassword(password, salt),
      );
    },

    async sign(use, claims, code) {
      const key = await keys();
      const { algorithm, name } = key;
      const about = { op: 'sign', algorithm, subject: use } as const;
      const detail = { key: name };
      return record(SIGNING[algorithm], code, { ...about, detail }, () =>
        signJwt(claims, TOKEN_PROFILES[use].typ, key),
      );
    },

    async verify(use, token, code) {
      const { algorithm, name, verify } = await keys();
      const about = { op: 'verify', algorithm, subject: use } as const;
      const detail = { key: name };
      return record(
        VERIFYING[algorithm],
        code,
        { ...about, detail },
        async () => {
          const outcome = await verifySignature(token, verify, [algorithm]);
          return outcome === 'valid';
        },
      );
    },
  };
}

const SIGNING: Readonly<Record<SigningAlgorithm, Cost>> = {
  HS256: COSTS.hmac,
  RS256: COSTS.rsaSign,
  EdDSA: COSTS.eddsa,
};

const VERIFYING: Readonly<Record<SigningAlgorithm, Cost>> = {
  HS256: COSTS.hmac,
  RS256: COSTS.rsaVerify,
  EdDSA: COSTS.eddsa,
};
