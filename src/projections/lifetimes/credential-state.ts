import type { DeviceId } from '#core/actors.ts';
import type { CarriedCredential, EventId } from '#core/events.ts';
import type { Reason } from '#core/reasons.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';

/** Whole seconds since the world began: what the axis of the lifetimes counts. */
export type Elapsed = number;

/** One request that showed a credential, and what the server said to it. */
export interface CredentialUse {
  readonly at: Elapsed;
  readonly accepted: boolean;
  readonly reason: Reason;
  /** The verdict: the last one, where the user was asked for after the credential. */
  readonly event: EventId;
  readonly request: EventId;
}

/** Where a credential's end is written: that decides what can move it. */
export type CredentialRecord =
  /** A session file: its text says when the login was, its time when it was used last. */
  | { readonly in: 'file'; readonly login: Elapsed; readonly seen: Elapsed }
  /** A row of a table with an end of its own. */
  | { readonly in: 'row'; readonly expires: Elapsed; readonly user: string }
  /** The signed token itself. */
  | {
      readonly in: 'token';
      readonly iat: Elapsed;
      readonly exp: Elapsed;
      readonly algorithm: string;
      readonly user: string;
      /** `iss jti`: the denylist's key. */
      readonly name: string;
    }
  /** A row that belongs to a family, which has the end. */
  | { readonly in: 'family'; readonly family: string; readonly used: Elapsed | null };

/** Why a server's entry is not there any more. */
export type Removal = 'idle' | 'absolute' | 'logged-out' | 'replaced' | 'deleted';

/** One credential that a server gave out, as far as its life has gone. */
export interface Credential {
  /** Names it within its trace. */
  readonly key: string;
  /** What the server knows it by: a row whose hash is another is another credential. */
  readonly identity: string;
  readonly form: CarriedCredential['form'];
  /** Which of its form it is, from 1. */
  readonly number: number;
  /** As it travels; null until it has left the server. */
  readonly text: string | null;
  readonly issued: Elapsed;
  readonly event: EventId;
  /** To whom it was given. */
  readonly device: DeviceId | null;
  readonly record: CredentialRecord;
  readonly removed: { readonly at: Elapsed; readonly why: Removal } | null;
  readonly uses: readonly CredentialUse[];
  /** When an idle window began: at the login, and anew at each use. */
  readonly windows: readonly Elapsed[];
}

export interface FamilyState {
  readonly user: string;
  readonly expires: Elapsed;
  readonly revoked: Elapsed | null;
  /** When its row was deleted. */
  readonly removed: Elapsed | null;
}

/** Everything that a verdict about a credential depends on, between two events. */
export interface CredentialState {
  readonly scheme: SchemeId;
  readonly settings: Settings;
  /** Since when the settings are so. */
  readonly settingsSince: Elapsed;
  readonly credentials: readonly Credential[];
  readonly families: ReadonlyMap<string, FamilyState>;
  /** Tokens on the denylist, by `iss jti`, and since when. */
  readonly denied: ReadonlyMap<string, Elapsed>;
  /** By subject: tokens issued before `before` are refused, since `since`. */
  readonly cutoffs: ReadonlyMap<string, { readonly before: Elapsed; readonly since: Elapsed }>;
  /** Users who may not log in any more, or are not there, and since when. */
  readonly barred: ReadonlyMap<string, { readonly since: Elapsed; readonly isGone: boolean }>;
  /** What browsers keep: `laptop/localStorage access_token` → its text. */
  readonly kept: ReadonlyMap<string, KeptText>;
}

export interface KeptText {
  readonly text: string;
  /** When the browser itself lets go of it (a cookie's `Expires`); null for never. */
  readonly until: Elapsed | null;
}
