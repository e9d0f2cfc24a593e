import type { DeviceId } from './actors.ts';
import { oncePer } from './once.ts';
import type { SchemeId } from './schemes.ts';
import type { Settings } from './settings.ts';

/** Stable within a lesson: links, beats and bets point to it. Letters, digits and dashes. */
export type IntentId = string;

export type PersonId = 'john' | 'zoya';

export const ROLES = ['admin', 'member'] as const;
export type Role = (typeof ROLES)[number];

/** Which credential a request carries: the client's own, none, one copied earlier, or the own one after the person edited it. */
export type CredentialChoice = 'own' | 'none' | 'copied' | 'edited';

/** Where a person acts: which device, and which tab of its browser. The tabs share what the browser keeps, not the page's variables. */
export type Place = {
  readonly device: DeviceId;
  /** The first tab where nothing is said. */
  readonly tab?: 2;
};

/** What a browser's own tools let a person change by hand. */
export const EDITABLE_AREAS = ['cookies', 'localStorage', 'sessionStorage'] as const;
export type EditableArea = (typeof EDITABLE_AREAS)[number];

/** Most characters of what is typed at the database's console, and of an entry edited by hand: both travel in links. */
export const STATEMENT_LIMIT = 2_000;

/** What a logged-in person does with an account, with the client's own credential. */
export type AccountAct =
  | (Place & { readonly kind: 'change-email'; readonly email: string })
  | (Place & { readonly kind: 'change-password'; readonly old: string; readonly password: string })
  /** On all devices at once. */
  | (Place & { readonly kind: 'logout-everywhere' })
  /** The three that take an admin: with somebody else's logins, or with their own. */
  | (Place & { readonly kind: 'end-sessions'; readonly person: PersonId })
  | (Place & { readonly kind: 'set-role'; readonly person: PersonId; readonly role: Role })
  | (Place & { readonly kind: 'disable'; readonly person: PersonId });

/** What a person does. */
export type Intent = { readonly id: IntentId } & (
  | (Place & {
      readonly kind: 'login';
      readonly person: PersonId;
      /** Typed instead of the right password. */
      readonly password?: string;
    })
  | (Place & { readonly kind: 'list-users'; readonly credential?: CredentialChoice })
  | (Place & { readonly kind: 'refresh'; readonly credential?: 'own' | 'copied' })
  | (Place & { readonly kind: 'logout' })
  | AccountAct
  /** Somebody with the device in hand copies its credential from the browser's storage; `to` is where it is pasted. */
  | { readonly kind: 'copy-credential'; readonly device: DeviceId; readonly to: DeviceId }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'configure'; readonly settings: Partial<Settings> }
  /** Somebody at the database's console, past every server: one statement or several. At most `STATEMENT_LIMIT` characters. */
  | { readonly kind: 'sql'; readonly statement: string }
  /** The server's memory is lost and read again; its files and tables stay. Beside a request it kills it midway. */
  | { readonly kind: 'restart-server' }
  /** Somebody with access to the server's disk deletes one session file (`sess_…`), or `all` of them. */
  | { readonly kind: 'delete-file'; readonly file: string }
  /** The page's memory is lost. */
  | (Place & { readonly kind: 'reload' })
  /** The page's memory and its sessionStorage are lost. */
  | (Place & { readonly kind: 'close-tab' })
  /** Every tab of it; cookies without an end are lost as well. */
  | { readonly kind: 'close-browser'; readonly device: DeviceId }
  /** A person changes an entry by hand, in the browser's own tools; null removes it. A cookie goes by the key of its panel, or by its name. */
  | {
      readonly kind: 'edit-storage';
      readonly device: DeviceId;
      readonly area: EditableArea;
      readonly key: string;
      readonly value: string | null;
    }
  /** Two or more at once: the scheduler decides who goes first, by virtual time. */
  | { readonly kind: 'together'; readonly intents: readonly Intent[] }
);

export type IntentKind = Intent['kind'];

/** The intents of a run one by one: those that happen at once as well as what holds them together. */
export function allIntents(intents: readonly Intent[]): readonly Intent[] {
  return intents.flatMap((intent) => (intent.kind === 'together' ? [intent, ...allIntents(intent.intents)] : [intent]));
}

/** Everything a run depends on. Equal specs give byte-identical traces. */
export interface RunSpec {
  readonly scheme: SchemeId;
  readonly settings: Settings;
  /** Seeds every random stream of the world. */
  readonly seed: number;
  readonly intents: readonly Intent[];
}

/** The intents of a run one by one, the place of each in that list by its id, and those of them that hold others together. */
export interface IntentList {
  readonly list: readonly Intent[];
  readonly placeOf: ReadonlyMap<IntentId, number>;
  readonly together: readonly Together[];
}

type Together = Extract<Intent, { readonly kind: 'together' }>;

export function intentsOf({ intents }: Pick<RunSpec, 'intents'>): IntentList {
  return listOf(intents);
}

const listOf = oncePer((intents: readonly Intent[]): IntentList => {
  const together = intents.filter((intent) => intent.kind === 'together');
  const list = together.length === 0 ? intents : allIntents(intents);
  const placeOf = new Map<IntentId, number>();
  list.forEach(({ id }, place) => placeOf.set(id, place));
  return { list, placeOf, together };
});

/** What a run is asked to do under that name. */
export function intentWith(spec: RunSpec, id: IntentId): Intent | undefined {
  const { list, placeOf } = intentsOf(spec);
  return list[placeOf.get(id) ?? -1];
}

/** A change to a run, as data: a link holds a list of them. */
export type Edit =
  | { readonly kind: 'set'; readonly settings: Partial<Settings> }
  | { readonly kind: 'insert'; readonly before: IntentId | null; readonly intent: Intent }
  | { readonly kind: 'replace'; readonly intent: Intent }
  | { readonly kind: 'remove'; readonly intent: IntentId };

/** The spec after an edit. An edit that names an intent the spec lacks leaves it as it is (`before: null` appends). */
export function applyEdit(spec: RunSpec, edit: Edit): RunSpec {
  const { intents } = spec;
  switch (edit.kind) {
    case 'set':
      return { ...spec, settings: { ...spec.settings, ...edit.settings } };
    case 'insert': {
      if (edit.before === null) return { ...spec, intents: [...intents, edit.intent] };
      const at = intents.findIndex(({ id }) => id === edit.before);
      return at < 0 ? spec : { ...spec, intents: intents.toSpliced(at, 0, edit.intent) };
    }
    case 'replace':
      return {
        ...spec,
        intents: intents.map((old) => (old.id === edit.intent.id ? edit.intent : old)),
      };
    case 'remove':
      return { ...spec, intents: intents.filter(({ id }) => id !== edit.intent) };
  }
}
