import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Column, Comparison, StepId } from '#core/align.ts';
import type { Edit } from '#core/intents.ts';
import type { Runner } from '#core/ports.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Lesson, Place } from '#lessons/lesson.ts';
import { answered } from './bets.ts';
import { stepped, withdrawn } from './branching.ts';
import { advanced, movedTo, playing, stepCount } from './moves.ts';
import { resolvePlace, stepIndex } from './places.ts';
import { changed, edited, openedLesson, type OpenOptions, picked } from './requests.ts';
import { createRuns } from './runs.ts';
import { comparisonOf } from './shown.ts';
import { type BranchId, EMPTY_STATE, type LessonAnswers, type Speed, type TimelineState } from './state.ts';

export type Revision = (state: TimelineState, lesson: Lesson) => TimelineState | null;

export interface TimelineActions {
  readonly openLesson: (lesson: Lesson, options?: OpenOptions) => void;
  /** From now on runs are possible: what was waiting is run, and recordings on screen are checked. */
  readonly attachRunner: (runner: Runner) => void;

  readonly next: () => void;
  readonly back: () => void;
  readonly start: () => void;
  readonly end: () => void;
  /** Clamped to 0 … steps. */
  readonly seek: (k: number) => void;
  /** Makes that row the current one. False when this comparison has no such row. */
  readonly seekStep: (id: StepId) => boolean;
  /** The same for a beat's place, or what prose points to. */
  readonly seekPlace: (place: Place) => boolean;

  /** Another scheme (settings on top of the lesson's), or a branch that is there already. */
  readonly pickSide: (
    column: Column,
    pick: BranchId | { readonly scheme: SchemeId; readonly settings?: Partial<Settings> },
  ) => void;
  readonly setSetting: (column: Column, patch: Partial<Settings>) => void;
  readonly applyChange: (changeId: string) => void;
  readonly applyEdit: (column: Column, edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Gives up the run in progress; what stands on screen stays. */
  readonly cancel: () => void;
  /** Anything else that can be done to the branches: the files that know how come when they are wanted. Null where it changes nothing. */
  readonly revise: (change: Revision) => void;

  readonly answerBet: (betId: string, optionId: string) => void;
  readonly setBets: (on: boolean) => void;
  /** Answers kept from an earlier visit, by lesson's id. */
  readonly restoreAnswers: (answers: Readonly<Record<string, LessonAnswers>>) => void;

  /** One step by the player: it pauses at the end, and where a bet waits for its answer. */
  readonly advance: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

export interface Timeline {
  readonly store: Pick<StoreApi<TimelineState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly actions: TimelineActions;
}

/** A timeline with no lesson open. It works without React; `react.ts` binds it. */
export function createTimeline(): Timeline {
  const store = createStore<TimelineState>(() => EMPTY_STATE);
  const cell = { get: store.getState, set: (state: TimelineState) => store.setState(state, true) };
  const runs = createRuns(cell);

  const branchOut = (change: Revision): void => {
    const state = cell.get();
    const next = state.lesson && change(state, state.lesson);
    if (!next) return;
    cell.set(next);
    runs.follow();
  };
  const move = (to: (state: TimelineState) => Partial<TimelineState>): void => store.setState(to(cell.get()));
  const seekIndex = (find: (comparison: Comparison) => number): boolean => {
    const comparison = comparisonOf(cell.get());
    const index = comparison ? find(comparison) : -1;
    if (index >= 0) move((state) => movedTo(state, index + 1));
    return index >= 0;
  };

  return {
    store,
    actions: {
      openLesson(lesson, options = {}) {
        runs.cancelAll();
        cell.set(openedLesson(cell.get(), lesson, options));
        runs.follow();
      },
      attachRunner(runner) {
        store.setState({ runner: 'attached' });
        runs.attach(runner);
      },

      next: () => move((state) => movedTo(state, state.cursor + 1)),
      back: () => move((state) => movedTo(state, state.cursor - 1)),
      start: () => move((state) => movedTo(state, 0)),
      end: () => move((state) => movedTo(state, stepCount(state))),
      seek: (k) => move((state) => movedTo(state, k)),
      seekStep: (id) => seekIndex((comparison) => stepIndex(comparison, id)),
      seekPlace: (place) => seekIndex((comparison) => resolvePlace(comparison, place)),

      pickSide: (column, pick) => branchOut((state, lesson) => picked(state, lesson, column, pick)),
      setSetting: (column, patch) =>
        branchOut((state, lesson) => edited(state, lesson, column, { kind: 'set', settings: patch })),
      applyChange: (changeId) => branchOut((state, lesson) => changed(state, lesson, changeId)),
      applyEdit: (column, edit) => branchOut((state, lesson) => edited(state, lesson, column, edit)),
      // A request still under way is what is undone first.
      undo: () => branchOut((state) => (state.wanted ? withdrawn(state) : stepped(state, 'undo'))),
      redo: () => branchOut((state) => stepped(state, 'redo')),
      cancel: () => branchOut(withdrawn),
      revise: branchOut,

      answerBet: (betId, optionId) => move((state) => answered(state, betId, optionId)),
      setBets: (betsOn) => store.setState({ betsOn }),
      restoreAnswers: (answers) => move((state) => ({ answers: { ...state.answers, ...answers } })),

      advance: () => move(advanced),
      play: () => move(playing),
      pause: () => store.setState({ playing: false }),
      setSpeed: (speed) => store.setState({ speed }),
    },
  };
}
