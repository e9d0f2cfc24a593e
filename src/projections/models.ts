import type { ActorId } from '#core/actors.ts';
import type { Column, StepId } from '#core/align.ts';
import type { CarriedCredential, EventId, EventKind, Exchange, Phase, RegionName } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import type { Area, ChangeType } from '#core/state.ts';

/**
 * What the views draw. Every model is plain data, made by a pure and synchronous function of a comparison and a cursor `k`.
 * What does not depend on `k` (the diagram, the list of panels) is made once per comparison: `k` only reveals it.
 */

/** A lifeline. Stores of one world stand under one head. */
export interface Lane {
  readonly kind: 'browser' | 'server' | 'stores';
  /** A lane per device that acts in this trace; one for the server; one for its stores. */
  readonly actor: ActorId;
  readonly title: string;
  readonly subtitle: string;
}

/** The credential as an object: a paper ticket with a number, or a boarding pass in three fields. */
export type CredentialModel =
  | { readonly form: 'ticket'; readonly name: string; readonly text: string; readonly short: string }
  | {
      readonly form: 'pass';
      readonly name: string;
      readonly text: string;
      /** What each of the three fields says, short: `HS256`, `id 42`, `sig`. */
      readonly fields: readonly [string, string, string];
    };

export type CellModel =
  | {
      readonly type: 'arrow';
      readonly from: number;
      readonly to: number;
      /** `hand`: somebody carries it, past every wire. */
      readonly line: 'message' | 'store' | 'hand';
      /** Above the line, ≤ 26 characters: `GET /users.php`, `read sess_9f3c…`, `200 OK`. */
      readonly label: string;
      /** Below it, ≤ 34 characters: what travels or what follows. */
      readonly sublabel: string | null;
      readonly credential: CredentialModel | null;
      readonly status: number | null;
      readonly event: EventId;
    }
  | {
      readonly type: 'box';
      readonly lane: number;
      /** What kind of act: it picks the icon and the frame, never colour alone. */
      readonly act: 'crypto' | 'keep' | 'drop' | 'decide' | 'miss' | 'person' | 'clock' | 'setting';
      readonly label: string;
      readonly sublabel: string | null;
      /** What does not happen here though it does on the other side: `nothing stored`. Written beside the box. */
      readonly aside: string | null;
      /** null where nothing is compared. */
      readonly ok: boolean | null;
      readonly credential: CredentialModel | null;
      readonly event: EventId;
    }
  /** This system does nothing here, and the gap says so: "nothing stored". */
  | { readonly type: 'gap'; readonly label: string };

export interface RowModel {
  readonly id: StepId;
  readonly index: number;
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly phase: Phase;
  /** `Ask`, `Recognise`: shown even while the row is in the future. */
  readonly phaseName: string;
  /** Set on the first row of an intent: `Log in on John’s laptop`. */
  readonly heading: string | null;
  readonly left: CellModel;
  readonly right: CellModel;
}

/** The whole diagram, laid out once; nothing in it depends on the cursor. */
export interface DiagramModel {
  readonly lanes: Readonly<Record<Column, readonly Lane[]>>;
  readonly rows: readonly RowModel[];
  /** The rows under a heading, from 0 on, in order. */
  readonly headed: readonly number[];
}

/** One entry of a storage panel at `k`. A removed entry stays for the step that removed it. */
export interface StorageRow {
  readonly key: string;
  /** Cells in the order of the panel's columns. */
  readonly cells: readonly StorageCell[];
  readonly change: ChangeType | null;
  /** The event that last touched it. */
  readonly event: EventId | null;
  /** What scripts of the page can do with this very entry, where that differs by entry: `hidden from scripts`. */
  readonly visibility: string | null;
  /** The credential it holds, so that the object in flight can land here. */
  readonly credential: CredentialModel | null;
}

/** One field of an entry. */
export interface StorageCell {
  readonly text: string;
  /** The whole value where `text` is shortened. */
  readonly full: string;
  /** Marked when this very field changed in this step. */
  readonly changed: boolean;
}

export interface StoragePanel {
  readonly area: Area;
  /** `Cookie jar`, `localStorage`, `Session files`. */
  readonly title: string;
  readonly ownerName: string;
  readonly place: 'browser' | 'server';
  readonly columns: readonly string[];
  readonly rows: readonly StorageRow[];
  /** What page scripts can see of it: `scripts cannot read HttpOnly cookies`. */
  readonly visibility: string | null;
  /** Said while it is empty: `no cookie yet`. */
  readonly emptyText: string;
  /** Holds nothing at any step of the run: it takes a line, and no room is kept. */
  readonly staysEmpty?: boolean;
}

/** Panels stay the same for all `k` of a comparison; only their rows differ. */
export type StorageView = Readonly<Record<Column, readonly StoragePanel[]>>;

export interface HttpField {
  readonly name: string;
  readonly value: string;
  /** This field carries the credential, or is what this step is about. */
  readonly marked: boolean;
  readonly bytes: number;
}

export interface HttpMessageView {
  readonly event: EventId;
  readonly direction: 'request' | 'response';
  readonly startLine: string;
  readonly fields: readonly HttpField[];
  readonly body: string;
  readonly bodyMarked: boolean;
  readonly headerBytes: number;
  readonly bodyBytes: number;
  readonly credentials: readonly CarriedCredential[];
}

/** The messages of the exchange in force at `k`: none before the first request. */
export type HttpView = Readonly<Record<Column, readonly HttpMessageView[]>>;

/** Each side's messages beside the row at `k`: it does something in it, it waits while the other does, or they are of an earlier exchange. */
export type HttpStanding = Readonly<Record<Column, 'acts' | 'waits' | 'earlier'>>;

/** The token in play: the one last carried, made, checked or stored. `form: 'none'` says why there is none. */
export type TokenSide =
  | { readonly form: 'ticket'; readonly name: string; readonly text: string; readonly note: string }
  | { readonly form: 'pass'; readonly text: string; readonly name: 'access_token' | 'refresh_token' }
  | { readonly form: 'none'; readonly note: string };
export type TokenView = Readonly<Record<Column, TokenSide>>;

/** Regions of source that ran in this step, the last one lit. */
export type CodeView = Readonly<
  Record<Column, readonly { readonly region: RegionName; readonly event: EventId; readonly kind: EventKind }[]>
>;

/** What has really run up to `k`. */
export interface Score {
  /** Store accesses that serve to recognise or remember the login. */
  readonly authReads: number;
  readonly authWrites: number;
  /** Store accesses of the requests themselves, counted apart. */
  readonly requestReads: number;
  readonly requestWrites: number;
  /** Bytes of credentials sent by browsers so far. */
  readonly credentialBytes: number;
  /** Requests answered. */
  readonly roundTrips: number;
}
export type ScoreView = Readonly<Record<Column, Score>>;

/** One row of the Bytes tab: a message and what its credential weighs. */
export interface BytesRow {
  readonly event: EventId;
  readonly label: string;
  readonly credentialBytes: number;
  readonly totalBytes: number;
}
export type BytesView = Readonly<Record<Column, readonly BytesRow[]>>;

/** The diagram in words: one or two sentences a row. */
export interface StepText {
  readonly id: StepId;
  readonly heading: string | null;
  readonly phaseName: string;
  readonly left: string;
  readonly right: string;
}

/** The virtual time at `k`, the later of the two sides. */
export interface ClockView {
  /** Microseconds since the world began. */
  readonly micros: number;
  readonly unix: number;
  /** `09:00:04`, and from the next day on `+7 d 09:00:00`. UTC. */
  readonly text: string;
}
