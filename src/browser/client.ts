import type { ServerId } from '#core/actors.ts';
import type { Exchange } from '#core/events.ts';
import type { AccountAct, CredentialChoice } from '#core/intents.ts';
import type { NetworkProblem } from '#core/own-facts.ts';
import type { Clock, Recorder } from '#core/ports.ts';
import type { Settings } from '#core/settings.ts';
import type { CopiedCredential, DeviceCell } from './device.ts';
import type { Gate, Lock } from './gate.ts';
import type { Fetch, WireTags } from './wire.ts';

/**
 * One round trip of an intent: what it records through, and the tags its
 * request carries on the wire.
 */
export interface OpenExchange {
  readonly recorder: Recorder;
  readonly tags: WireTags;
  /**
   * Why no answer comes, where the server is the reason: what `fetch` then
   * rejects with is a network error, and no failure of this app.
   */
  readonly problem?: () => NetworkProblem | null;
}

/**
 * One intent being carried out on one device. The world makes one for each, so
 * that several can run on the same client at once.
 */
export interface Activity {
  /**
   * Opens a round trip (`request`, `refresh`, `retry`) or an act without one
   * (`local`).
   */
  open(exchange: Exchange): OpenExchange;
  /**
   * Resolves at the virtual time at which the gate is opened; at once when it
   * is open.
   */
  wait(gate: Gate): Promise<void>;
}

/**
 * What a client stands on. All of it is handed in: it reads no clock of its own
 * and knows no network but `fetch`.
 */
export interface ClientTools {
  readonly device: DeviceCell;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly server: ServerId;
  /** Which tab of the device's browser this is. */
  readonly tab: 1 | 2;
  /** One for all tabs of the browser (Web Locks API). */
  readonly tabLock: Lock;
  /** The settings in force now: `configure` may change them between intents. */
  settings(): Pick<
    Settings,
    | 'clientStorage'
    | 'denylist'
    | 'refreshAhead'
    | 'refreshTransport'
    | 'tabLock'
    | 'transport'
  >;
}

export interface LoginForm {
  readonly email: string;
  readonly password: string;
}

/**
 * The front end of the site on one device: the one port behind which the
 * schemes stand. A refusal by the server is an answer, not an error. Every
 * method rejects with what `fetch` rejected with when the server answers
 * nothing.
 *
 * Only `own` goes the client's usual way (with the refresh interceptor).
 * `none`, `copied` and `edited` are a person's doing by hand: one request,
 * whatever comes of it.
 */
export interface Client {
  login(activity: Activity, form: LoginForm): Promise<void>;
  listUsers(activity: Activity, credential: CredentialChoice): Promise<void>;
  /** A scheme that refreshes nothing does and records nothing. */
  refresh(activity: Activity, credential: 'own' | 'copied'): Promise<void>;
  logout(activity: Activity): Promise<void>;
  /** What a logged-in person does with an account, under the client's own credential. */
  account(activity: Activity, act: AccountAct): Promise<void>;
  /**
   * Reads the credential out of the browser's storage, HttpOnly or not. Null
   * when there is none.
   */
  copyCredential(activity: Activity): CopiedCredential | null;
}
