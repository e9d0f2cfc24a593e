import type { StoreApi } from 'zustand/vanilla';
import type { Column, StepId } from '#core/align.ts';
import type { Edit } from '#core/intents.ts';
import type { Runner } from '#core/ports.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import type { Lesson, Place } from '#lessons/lesson.ts';
import type { LinkState } from './links.ts';
import type { BranchId, LessonAnswers, Speed, TimelineState } from './state.ts';

export interface OpenOptions {
  /** Traces recorded at build; each stands in where its spec is asked for. */
  readonly recorded?: readonly Trace[];
  /** What a link asked for; the lesson's own sides and first place without it. */
  readonly link?: LinkState;
}

export interface TimelineActions {
  openLesson(lesson: Lesson, options?: OpenOptions): void;
  /** From now on runs are possible: what was waiting is run, and recordings on screen are checked. */
  attachRunner(runner: Runner): void;

  next(): void;
  back(): void;
  start(): void;
  end(): void;
  /** Clamped to 0 … steps. */
  seek(k: number): void;
  /** Makes that row the current one. False when this comparison has no such row. */
  seekStep(id: StepId): boolean;
  seekPlace(place: Place): boolean;

  /** Another scheme (settings on top of the lesson's), or a branch that is there already. */
  pickSide(column: Column, pick: BranchId | { readonly scheme: SchemeId; readonly settings?: Partial<Settings> }): void;
  setSetting(column: Column, patch: Partial<Settings>): void;
  applyChange(changeId: string): void;
  applyEdit(column: Column, edit: Edit): void;
  undo(): void;
  redo(): void;
  /** Gives up the run in progress; what stands on screen stays. */
  cancel(): void;

  answerBet(betId: string, optionId: string): void;
  setBets(on: boolean): void;
  /** Answers kept from an earlier visit, by lesson's id. */
  restoreAnswers(answers: Readonly<Record<string, LessonAnswers>>): void;

  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
}

export interface Timeline {
  readonly store: Pick<StoreApi<TimelineState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly actions: TimelineActions;
}

export declare function createTimeline(): Timeline;
