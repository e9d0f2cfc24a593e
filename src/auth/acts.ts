import type {
  DecisionFact,
  RegionName,
  ServerStep,
  StepFact,
} from '#core/events.ts';
import type { Clock } from '#core/ports.ts';
import type { Settings } from '#core/settings.ts';
import type { TokenUse } from './claims.ts';
import type { Cutoffs, Denylist, SessionFiles, SqlTables } from './stores.ts';
import type { Verdict } from './verdict.ts';

/**
 * What a scheme can do while it issues, recognises or forgets a login. The server makes one for each phase of a request.
 * Every act is recorded; `code` names the region of source that asks for it.
 */
export interface Acts {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly files: SessionFiles;
  readonly denylist: Denylist;
  readonly cutoffs: Cutoffs;
  readonly sql: SqlTables;
  /** The SHA-256 of a text, in hexadecimal: what is stored of a secret. */
  hash(text: string, subject: string, code: RegionName): Promise<string>;
  /** Bytes nobody can guess. */
  random(
    length: number,
    subject: string,
    code: RegionName,
  ): Promise<Uint8Array>;
  /** Signs the claims with the server's key and the algorithm in force. Resolves to the compact token. */
  sign(use: TokenUse, claims: object, code: RegionName): Promise<string>;
  /** Whether the signature of a compact token was made with the server's key. */
  verify(use: TokenUse, token: string, code: RegionName): Promise<boolean>;
  step(name: ServerStep, detail: StepFact['detail'], code: RegionName): void;
  /** Records a verdict, with its reason and where the rule is written. */
  decide(
    about: DecisionFact['about'],
    verdict: Verdict,
    code: RegionName,
  ): void;
}
