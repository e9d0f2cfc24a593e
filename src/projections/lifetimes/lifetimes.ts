import type { DeviceId } from '#core/actors.ts';
import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import type { EventId } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import type { SchemeId } from '#core/schemes.ts';
import { REFRESH_AHEAD } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import { columnMicros } from '../clock.ts';
import { type CredentialEnd, endsOf } from './credential-ends.ts';
import { credentialsAfter, credentialStates } from './credential-history.ts';
import type { Credential, CredentialState, CredentialUse, Elapsed } from './credential-state.ts';
import { bothColumns, eventsDone } from '../cursor.ts';
import { shortId } from '../wording/shorten.ts';

/** The life of one credential as it stands after `k` steps. */
export interface Lifetime {
  readonly key: string;
  readonly form: Credential['form'];
  /** `Session`, `Access token 2`. */
  readonly name: string;
  /** What tells it from others: `6464a4…`. */
  readonly short: string;
  readonly device: DeviceId | null;
  readonly issued: Elapsed;
  readonly event: EventId;
  /** Idle windows, first to last: each use begins a new one. None where nothing is idle. */
  readonly windows: readonly { readonly from: Elapsed; readonly to: Elapsed }[];
  /** The limits that it runs into as things stand, first to last; the first one counts. */
  readonly ends: readonly CredentialEnd[];
  /** When a client that refreshes ahead would do so; null where there is nothing to refresh. */
  readonly ahead: Elapsed | null;
  readonly uses: readonly CredentialUse[];
  /** The family it descends in: its end is the family’s. */
  readonly family: string | null;
  /** Whether any browser still keeps it. */
  readonly isKept: boolean;
}

export interface SideLifetimes {
  readonly scheme: SchemeId;
  readonly now: Elapsed;
  readonly lifetimes: readonly Lifetime[];
  /** How many more credentials this run will give out: their rows are kept free. */
  readonly toCome: number;
  /** Whether its client refreshes ahead. */
  readonly refreshesAhead: boolean;
}

export type LifetimesView = Readonly<Record<Column, SideLifetimes>>;

/** The same object for the same cursor, asked for again and again while the clock is dragged. */
export function lifetimesView(comparison: Comparison, k: number): LifetimesView {
  const last = lastView(comparison);
  if (last.made?.k !== k) last.made = { k, view: bothColumns((column) => sideAt(comparison, column, k)) };
  return last.made.view;
}

const lastView = oncePer(
  (_comparison: Comparison): { made: { readonly k: number; readonly view: LifetimesView } | null } => ({
    made: null,
  }),
);

function sideAt(comparison: Comparison, column: Column, k: number): SideLifetimes {
  const trace = comparison[column];
  const state = credentialsAfter(trace, eventsDone(comparison, column, k));
  const total = credentialStates(trace).at(-1)?.credentials.length ?? 0;
  return {
    scheme: trace.spec.scheme,
    now: elapsedAt(comparison, column, k),
    lifetimes: lifetimesIn(state),
    toCome: total - state.credentials.length,
    refreshesAhead: state.settings.refreshAhead,
  };
}

/** The whole second of that side's clock. */
export function elapsedAt(comparison: Comparison, column: Column, k: number): Elapsed {
  return Math.floor(columnMicros(comparison, column, k) / MICROS_PER_SECOND);
}

const lifetimesIn = oncePer((state: CredentialState): readonly Lifetime[] => {
  const kept = new Set([...state.kept.values()].map(({ text }) => text));
  return state.credentials
    .toSorted((a, b) => a.issued - b.issued || FORMS.indexOf(a.form) - FORMS.indexOf(b.form))
    .map((credential) => lifetimeOf(credential, state, kept));
});

/** Those given out together stand in this order. */
const FORMS: readonly Credential['form'][] = ['session-id', 'access-token', 'refresh-token'];

function lifetimeOf(credential: Credential, state: CredentialState, kept: ReadonlySet<string>): Lifetime {
  const { key, form, issued, event, device, record, uses, windows, text } = credential;
  const { idle } = state.settings;
  return {
    key,
    form,
    name: nameOf(credential, state),
    short: text === null ? '' : shortId(text.split('.').at(-1) ?? text),
    device,
    issued,
    event,
    windows: windows.map((from) => ({ from, to: from + idle })),
    ends: endsOf(credential, state),
    ahead: form === 'access-token' && record.in === 'token' ? aheadOf(issued, record.exp) : null,
    uses,
    family: record.in === 'family' ? record.family : null,
    isKept: text !== null && kept.has(text),
  };
}

/** A token that lives no longer than that is refreshed at once: there is no moment to show. */
function aheadOf(issued: Elapsed, exp: Elapsed): Elapsed | null {
  const ahead = exp - REFRESH_AHEAD;
  return ahead > issued ? ahead : null;
}

const NAMES = {
  'session-id': 'Session',
  'access-token': 'Access token',
  'refresh-token': 'Refresh token',
} as const satisfies Record<Credential['form'], string>;

/** Numbered where there are several of its kind. */
function nameOf({ form, number }: Credential, { credentials }: CredentialState): string {
  const isOne = credentials.filter((other) => other.form === form).length === 1;
  return isOne ? NAMES[form] : `${NAMES[form]} ${number}`;
}

export type Standing =
  | { readonly is: 'future' }
  /** `end` is what will end it, as things stand. */
  | { readonly is: 'valid'; readonly end: CredentialEnd | null }
  | { readonly is: 'over'; readonly end: CredentialEnd };

/** Whether the server takes the credential in that second, if nothing happens meanwhile. */
export function standingAt({ issued, ends }: Pick<Lifetime, 'issued' | 'ends'>, at: Elapsed): Standing {
  if (at < issued) return { is: 'future' };
  const [end] = ends;
  return end && end.at <= at ? { is: 'over', end } : { is: 'valid', end: end ?? null };
}

/** The same of a credential whose life has not been worked out. */
export function standingOf(credential: Credential, state: CredentialState, at: Elapsed): Standing {
  return standingAt({ issued: credential.issued, ends: endsOf(credential, state) }, at);
}

export interface NextExpiry {
  readonly at: Elapsed;
  readonly of: readonly { readonly column: Column; readonly lifetime: Lifetime; readonly end: CredentialEnd }[];
}

/** The next moment at which something that is valid now ends by itself; null when nothing does. */
export function nextExpiry(view: LifetimesView, columns: readonly Column[] = COLUMNS): NextExpiry | null {
  const ending = columns.flatMap((column) =>
    view[column].lifetimes.flatMap((lifetime) => {
      const standing = standingAt(lifetime, view[column].now);
      return standing.is === 'valid' && standing.end ? [{ column, lifetime, end: standing.end }] : [];
    }),
  );
  const at = Math.min(...ending.map(({ end }) => end.at));
  return ending.length === 0 ? null : { at, of: ending.filter(({ end }) => end.at === at) };
}

/**
 * Every moment that the axis has to make room for, whatever the cursor: when time passed, when credentials were given out and used, and every
 * end that was ever planned. Sorted, each once. Nothing on the axis moves with the cursor.
 */
export const momentsOf = oncePer((comparison: Comparison): readonly Elapsed[] => {
  const moments = new Set<Elapsed>([0]);
  for (const column of COLUMNS) {
    for (const moment of traceMoments(comparison[column])) moments.add(moment);
  }
  return [...moments].toSorted((a, b) => a - b);
});

const traceMoments = oncePer((trace: Trace): readonly Elapsed[] => {
  const waits = trace.events.flatMap((event) => (event.kind === 'clock' ? [event.to] : []));
  const lives = credentialStates(trace).flatMap((state) =>
    lifetimesIn(state).flatMap(({ issued, ends, ahead, uses }) => [
      issued,
      ...ends.map(({ at }) => at),
      ...(ahead === null ? [] : [ahead]),
      ...uses.map(({ at }) => at),
    ]),
  );
  return [...waits.map((micros) => Math.floor(micros / MICROS_PER_SECOND)), ...lives].filter((at) => at >= 0);
});
