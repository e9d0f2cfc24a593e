import type { Acts } from '#auth/acts.ts';
import { TOKEN_PROFILES } from '#auth/claims.ts';
import { fromHex } from '#auth/hex.ts';
import { signJwt } from '#auth/jwt-sign.ts';
import {
  ROUNDS_ON_PAPER,
  SIMULATED_ROUNDS,
  verifyPassword,
  type PasswordRecord,
} from '#auth/password.ts';
import {
  signingKeys,
  type SigningAlgorithm,
  type SigningKeys,
} from '#auth/signing-keys.ts';
import { verifySignature } from '#auth/verify-jws.ts';
import { COSTS, type Cost } from '#core/costs.ts';
import type { CryptoFact, Phase, RegionName } from '#core/events.ts';
import type { AccessContext } from './access.ts';
import type { ServerCall } from './call.ts';
import { cutoffsTable, denylistTable } from './denylist-table.ts';
import { sessionFiles } from './session-files.ts';
import { throttleTable, type Throttle } from './throttle-table.ts';
import { usersTable, type Users } from './users-table.ts';

/** What the server itself does in one phase of a request, beyond what a scheme needs. */
export interface ServerActs extends Acts {
  readonly users: Users;
  readonly throttle: Throttle;
  /** Derives in any case; false for an unknown user (null). */
  verifyPassword(
    password: string,
    record: PasswordRecord | null,
    code: RegionName,
  ): Promise<boolean>;
}

/** Everything that can be done, and is recorded, in this phase of this request. */
export function during(phase: Phase, call: ServerCall): ServerActs {
  const { server, recorder, clock, random, settings } = call;
  const context: AccessContext = { server, recorder, clock, phase };

  /** Lets the time of a cryptographic act pass, does it, and records it. */
  const crypto = <T>(
    { micros }: Cost,
    code: RegionName,
    act: () => Promise<{
      readonly fact: Omit<CryptoFact, 'kind'>;
      readonly value: T;
    }>,
  ): Promise<T> =>
    recorder.perform(phase, code, micros, async () => {
      const { fact, value } = await act();
      return { fact: { kind: 'crypto', ...fact }, value };
    });

  const keys = (): SigningKeys =>
    signingKeys(settings.algorithm, fromHex(server.state.secrets.JWT_SECRET));

  return {
    clock,
    settings,
    files: sessionFiles(context),
    denylist: denylistTable(context),
    cutoffs: cutoffsTable(context),
    users: usersTable(context),
    throttle: throttleTable(context),

    random: (length, subject, code) =>
      crypto(COSTS.random, code, async () => ({
        fact: {
          op: 'random',
          algorithm: 'CSPRNG',
          subject,
          ok: null,
          detail: { bytes: length },
        },
        value: random.bytes(length),
      })),

    verifyPassword: (password, record, code) =>
      crypto(COSTS.derive, code, async () => {
        const ok = await verifyPassword(password, record);
        const detail = {
          rounds: SIMULATED_ROUNDS,
          roundsOnPaper: ROUNDS_ON_PAPER,
        };
        return {
          fact: {
            op: 'derive',
            algorithm: 'PBKDF2-HMAC-SHA-256',
            subject: 'password',
            ok,
            detail,
          },
          value: ok,
        };
      }),

    sign: (use, claims, code) => {
      const { algorithm, name } = keys();
      return crypto(SIGN_COSTS[algorithm], code, async () => ({
        fact: {
          op: 'sign',
          algorithm,
          subject: use,
          ok: null,
          detail: { key: name },
        },
        value: await signJwt(claims, TOKEN_PROFILES[use].typ, keys()),
      }));
    },

    verify: (use, token, code) => {
      const { algorithm, name, verify } = keys();
      return crypto(VERIFY_COSTS[algorithm], code, async () => {
        const ok =
          (await verifySignature(token, verify, [algorithm])) === 'valid';
        return {
          fact: {
            op: 'verify',
            algorithm,
            subject: use,
            ok,
            detail: { key: name },
          },
          value: ok,
        };
      });
    },

    step(name, detail, code) {
      recorder.note(phase, code, { kind: 'step', name, detail });
    },

    decide(about, verdict, code) {
      const { reason, cites, subject } = verdict.ok
        ? ACCEPTED
        : verdict.refusal;
      recorder.note(phase, code, {
        kind: 'decision',
        about,
        subject,
        accepted: verdict.ok,
        reason,
        cites,
      });
    },
  };
}

const ACCEPTED = { reason: 'ok', cites: [], subject: null } as const;

const SIGN_COSTS: Readonly<Record<SigningAlgorithm, Cost>> = {
  HS256: COSTS.hmac,
  RS256: COSTS.rsaSign,
  EdDSA: COSTS.eddsa,
};

const VERIFY_COSTS: Readonly<Record<SigningAlgorithm, Cost>> = {
  HS256: COSTS.hmac,
  RS256: COSTS.rsaVerify,
  EdDSA: COSTS.eddsa,
};
