import type { CarriedCredential, ClientAction, CryptoFact, EventKind, Exchange, Phase } from '#core/events.ts';
import type { Purpose, ServerStep, StoreName } from '#core/events.ts';
import type { NetworkProblem, Operation } from '#core/own-facts.ts';
import type { Reason } from '#core/reasons.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { SettingId } from '#core/settings.ts';
import type { AreaName } from '#core/state.ts';
import { CLIENT_ACTION_ENTRIES } from './client-actions.ts';
import { COOKIE_ATTRIBUTE_ENTRIES } from './cookie-attributes.ts';
import { type Entry, lookUp, type OpenFamily } from './entry.ts';
import { EVENT_KIND_ENTRIES } from './event-kinds.ts';
import { MESSAGE_HEADER_ENTRIES, REQUEST_HEADER_ENTRIES } from './headers-request.ts';
import { CHALLENGE_ENTRIES, RESPONSE_HEADER_ENTRIES } from './headers-response.ts';
import { NETWORK_PROBLEM_ENTRIES, OPERATION_ENTRIES } from './operations.ts';
import { EXCHANGE_ENTRIES, PHASE_ENTRIES } from './phases.ts';
import { REASON_ENTRIES } from './reasons.ts';
import { CARRIER_ENTRIES, CREDENTIAL_ENTRIES, CRYPTO_OP_ENTRIES, SCHEME_ENTRIES } from './schemes.ts';
import { SERVER_STEP_ENTRIES } from './server-steps.ts';
import { SETTING_ENTRIES } from './settings.ts';
import { ERROR_CODE_ENTRIES, STATUS_ENTRIES } from './statuses.ts';
import { AREA_ENTRIES, CLIENT_KEY_ENTRIES, PURPOSE_ENTRIES, STORE_ENTRIES } from './stores.ts';
import { TOKEN_FAMILIES } from './token-entries.ts';

/** Families whose keys are known beforehand: a key without an entry is a type error. */
export interface ClosedKeys {
  readonly kind: EventKind;
  readonly action: ClientAction;
  readonly step: ServerStep;
  readonly phase: Phase;
  readonly exchange: Exchange;
  readonly store: StoreName;
  readonly area: AreaName;
  readonly purpose: Purpose;
  readonly reason: Reason;
  readonly setting: SettingId;
  readonly scheme: SchemeId;
  readonly credential: CarriedCredential['form'];
  readonly carrier: CarriedCredential['carrier'];
  readonly crypto: CryptoFact['op'];
  readonly operation: Operation;
  readonly failure: NetworkProblem;
}

/** Every closed family by name. */
export const CLOSED_FAMILIES: { readonly [F in keyof ClosedKeys]: Readonly<Record<ClosedKeys[F], Entry>> } = {
  kind: EVENT_KIND_ENTRIES,
  action: CLIENT_ACTION_ENTRIES,
  step: SERVER_STEP_ENTRIES,
  phase: PHASE_ENTRIES,
  exchange: EXCHANGE_ENTRIES,
  store: STORE_ENTRIES,
  area: AREA_ENTRIES,
  purpose: PURPOSE_ENTRIES,
  reason: REASON_ENTRIES,
  setting: SETTING_ENTRIES,
  scheme: SCHEME_ENTRIES,
  credential: CREDENTIAL_ENTRIES,
  carrier: CARRIER_ENTRIES,
  crypto: CRYPTO_OP_ENTRIES,
  operation: OPERATION_ENTRIES,
  failure: NETWORK_PROBLEM_ENTRIES,
};

/** Names of header fields and cookie attributes are looked up in any case; all others exactly as written. */
export const OPEN_FAMILIES = {
  header: { ...MESSAGE_HEADER_ENTRIES, ...REQUEST_HEADER_ENTRIES, ...RESPONSE_HEADER_ENTRIES },
  /** What a page keeps under a name of its own. */
  'client-key': CLIENT_KEY_ENTRIES,
  'cookie-attribute': COOKIE_ATTRIBUTE_ENTRIES,
  challenge: CHALLENGE_ENTRIES,
  status: STATUS_ENTRIES,
  'error-code': ERROR_CODE_ENTRIES,
  ...TOKEN_FAMILIES,
} as const satisfies Record<string, OpenFamily>;

export type OpenFamilyName = keyof typeof OPEN_FAMILIES;

const ANY_CASE: ReadonlySet<OpenFamilyName> = new Set(['header', 'cookie-attribute']);

/** The entry of a term. Null only where anybody may invent terms: `entry('header', 'X-Whatever')`. */
export function entry<F extends keyof ClosedKeys>(family: F, key: ClosedKeys[F]): Entry;
export function entry(family: OpenFamilyName, key: string): Entry | null;
export function entry(family: keyof ClosedKeys | OpenFamilyName, key: string): Entry | null {
  if (family in CLOSED_FAMILIES) return lookUp(CLOSED_FAMILIES[family as keyof ClosedKeys] as OpenFamily, key);
  const open = family as OpenFamilyName;
  return lookUp<Entry>(OPEN_FAMILIES[open], ANY_CASE.has(open) ? key.toLowerCase() : key);
}
