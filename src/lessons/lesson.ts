import type { Column } from '#core/align.ts';
import type { Edit, Intent } from '#core/intents.ts';
import type { Pointer } from '#core/pointer.ts';
import type { EventQuery, Predicate } from '#core/query.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import type { LessonCard } from './cards.ts';

/** Text for people. `backticks` mark code; nothing else is markup. */
export type Prose = string;

/** The first pointer that resolves counts, so that a place exists for every allowed pair of schemes. */
export type Place = readonly [Pointer, ...Pointer[]];

/** What stands on one side when the lesson opens. */
export interface LessonSide {
  readonly scheme: SchemeId;
  readonly settings?: Partial<Settings>;
}

/**
 * What is said of one scheme: a sentence that is true of all its runs, or a list, of which the first counts whose predicate holds of the run
 * that stands there (it is asked of that run alone, whichever column it names). Nothing is said where none holds.
 */
export type SideText = Prose | readonly { readonly when?: Predicate; readonly text: Prose }[];

/** Where a lesson stops to speak. It holds from its place until the next beat's; of two on one row the later one speaks. */
export interface Beat {
  readonly id: string;
  readonly at: Place;
  /** Said only of two runs of which this holds: of every run when absent. */
  readonly when?: Predicate;
  /** The "why" sentence, up to 70 characters. */
  readonly title: Prose;
  /** A short paragraph that is true for every pair of schemes. */
  readonly text: Prose;
  /** Where `sides` and `claim` are said from, if not from the beat's first row on: they tell what the run does there. */
  readonly told?: Place;
  /** One more sentence for each scheme on screen. */
  readonly sides?: Partial<Record<SchemeId, SideText>>;
  /** What an instructor says, asks or warns of here. */
  readonly notes: Prose;
  /** A common claim, what is true, and where that is written. */
  readonly claim?: { readonly said: Prose; readonly truth: Prose; readonly source: string };
}

/** A prediction asked before its place is reached, scored against what the run then really did. */
export interface Bet {
  readonly id: string;
  readonly before: Place;
  /** The verdict comes when the last of these rows is done; one that a run does not have is left out. The row of `before` when absent. */
  readonly settled?: readonly Pointer[];
  readonly question: Prose;
  /** Exactly one holds of any run the bet is asked about; a test runs them all. */
  readonly options: readonly { readonly id: string; readonly label: Prose; readonly holds: Predicate }[];
  /** Said after the answer, whichever it was. */
  readonly because: Prose;
  /** Asked only while these schemes stand there. */
  readonly only?: Partial<Record<Column, SchemeId>>;
}

/** A control that forks the run and shows the difference. */
export interface Change {
  readonly id: string;
  readonly label: Prose;
  /** What to look at afterwards. */
  readonly text: Prose;
  readonly column: Column | 'both';
  readonly edits: readonly Edit[];
  /** Offered only while this scheme stands there. */
  readonly only?: SchemeId;
}

/** A task that the machine checks on the run the learner made. */
export interface Goal {
  readonly prompt: Prose;
  readonly hint: Prose;
  /** What the learner may turn: settings by name, changes by id. */
  readonly settings: readonly SettingId[];
  readonly changes: readonly string[];
  readonly column: Column;
  readonly check: Predicate;
  /** What counts as better among right answers. */
  readonly fewest?: { readonly label: Prose; readonly count: EventQuery };
  /** For the test that plays every path: at least two that reach it, three plausible ones that do not, with the reason. */
  readonly solutions: readonly (readonly Edit[])[];
  readonly wrong: readonly { readonly edits: readonly Edit[]; readonly because: Prose }[];
  /** Said when it is reached. */
  readonly praise: Prose;
}

/** One question, one objective, at most nine beats. A lesson is data: it never animates anything. */
export interface Lesson extends LessonCard {
  /** Raised when intents, beats or places change; links carry it. */
  readonly version: number;
  readonly objective: Prose;
  readonly seed: number;
  readonly left: LessonSide;
  readonly right: LessonSide;
  readonly intents: readonly Intent[];
  /** The row it opens at, everything before it already done; from the start when absent. */
  readonly opensAt?: Place;
  readonly beats: readonly Beat[];
  readonly bets: readonly Bet[];
  readonly changes: readonly Change[];
  readonly goal: Goal;
}
