import type { Column } from '#core/align.ts';
import type { Area } from '#core/state.ts';
import type { Claim } from './claims-about-places.ts';
import type { ReaderId } from './place-readers.ts';
import type { EndId } from './place-survival.ts';

/** How much of a place one side uses. */
export interface PlaceSize {
  readonly entries: number;
  /** As `entryBytes` counts them. */
  readonly bytes: number;
  /** Bytes more (or fewer) than before this step. */
  readonly delta: number;
}

/** A place where something is remembered, on one side or, where the same is true of both, on both. */
export interface StatePlace {
  readonly area: Area;
  /** `Cookie jar`. */
  readonly title: string;
  readonly ownerName: string;
  readonly place: 'browser' | 'server';
  /** Null on the side that this row does not speak of; zero where it has the place and nothing in it. */
  readonly sizes: Readonly<Record<Column, PlaceSize | null>>;
  /** Null while nothing is there. */
  readonly readers: Readonly<Record<ReaderId, Claim>> | null;
  readonly survives: Readonly<Record<EndId, Claim>> | null;
  /** False of what is there with every kind of login: accounts, failed attempts. Not in the sum. */
  readonly ofLogin: boolean;
  readonly howCounted: string;
}

export interface StateGroup {
  readonly place: 'browser' | 'server';
  readonly places: readonly StatePlace[];
  /** Bytes of what is the login's. */
  readonly total: Readonly<Record<Column, number>>;
}

/** Where state lives at one step: the client's places, then the server's. */
export type StateView = readonly StateGroup[];
