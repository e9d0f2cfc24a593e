import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { Edit, RunSpec } from '#core/intents.ts';
import type { RunProblem } from '#core/ports.ts';
import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import type { LinkProblem } from './link-problems.ts';

export type BranchId = `b${number}`;

/**
 * - `running`: a world is making it, or is checking its recording;
 * - `recorded`: it plays from a recording; `problem` says why no world could check it, null while none has tried;
 * - `live`: a world ran it here (and it equalled its recording, where there is one);
 * - `failed`: `problem` says how. A trace may still be there to look at;
 * - `waiting`: brought back from an earlier visit or a file, and not asked for yet: it has no trace.
 */
export type BranchStatus = 'running' | 'recorded' | 'live' | 'failed' | 'waiting';

export type BranchProblem =
  | { readonly code: RunProblem; readonly cause: string | null }
  /** The live run is not what was recorded; `event` is the first that differs, null when the states they started from do. */
  | { readonly code: 'recording-differs'; readonly event: EventId | null };

/** What was done to the lesson's own run, apart from settings (those are in the spec). */
export type BranchEdit = { readonly kind: 'change'; readonly change: string } | Exclude<Edit, { readonly kind: 'set' }>;

/** One run that has been asked for. It belongs to no side: the same branch can stand left or right. */
export interface Branch {
  readonly id: BranchId;
  /** What the reader calls it; null where it goes by what was changed. */
  readonly given: string | null;
  /** The side it was made for: the settings that the lesson has there are its own, all others were turned. */
  readonly column: Column;
  readonly spec: RunSpec;
  readonly edits: readonly BranchEdit[];
  /** The branch it was forked from. */
  readonly parent: BranchId | null;
  readonly trace: Trace | null;
  readonly status: BranchStatus;
  readonly problem: BranchProblem | null;
  /** It stood on screen at an earlier visit or in a file: it stays, though it has no trace until it is asked for. */
  readonly kept: boolean;
}

/** Which branch stands on which side. */
export type Sides = Readonly<Record<Column, BranchId>>;

/** A prediction and what the run at that time then did: both are ids of the bet's options. */
export interface BetAnswer {
  readonly option: string;
  readonly truth: string;
}

/** By bet's id. */
export type LessonAnswers = Readonly<Record<string, BetAnswer>>;

export type Turn = 'undo' | 'redo';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Only what cannot be worked out: everything on screen is a function of this. */
export interface TimelineState {
  readonly lesson: Lesson | null;
  readonly branches: Readonly<Record<BranchId, Branch>>;
  /** What stands on screen; null before a lesson is open. */
  readonly sides: Sides | null;
  /** What was asked for and is being run: it stands on screen as soon as its traces are there. */
  readonly wanted: Sides | null;
  /** Whether `wanted` goes back or forward, instead of on from here. */
  readonly turning: Turn | null;
  /** The branch asked for last that could not be run: its `problem` says why. Gone with the next request. */
  readonly failed: BranchId | null;
  /** Sides to go back and forward to. */
  readonly past: readonly Sides[];
  readonly future: readonly Sides[];
  /** How many steps have been executed: 0 is before the first. */
  readonly cursor: number;
  /** Where to open as soon as the comparison is there: a step's id, `start`, or the empty string for the lesson's own place. */
  readonly opening: string | null;
  /** What was wrong with the step a link named. */
  readonly linkProblem: LinkProblem | null;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly betsOn: boolean;
  /** By lesson's id. */
  readonly answers: Readonly<Record<string, LessonAnswers>>;
  /** Whether live runs are possible yet. */
  readonly runner: 'absent' | 'attached';
}

export const EMPTY_STATE: TimelineState = {
  lesson: null,
  branches: {},
  sides: null,
  wanted: null,
  turning: null,
  failed: null,
  past: [],
  future: [],
  cursor: 0,
  opening: null,
  linkProblem: null,
  playing: false,
  speed: 1,
  betsOn: true,
  answers: {},
  runner: 'absent',
};
