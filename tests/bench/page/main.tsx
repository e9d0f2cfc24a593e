import '#kit/reset.css';
import '#kit/fonts.css';
import '#kit/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followSteps } from '#app/address.ts';
import { listenForKeys } from '#app/keys/listen.ts';
import { playOnTimers } from '#app/playing.ts';
import { App } from '#app/shell/app.tsx';
import { timeline } from '#app/timeline.ts';
import type { Trace } from '#core/trace.ts';
import { TimelineContext } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { frameTimes, nextFrame, nextTask, paintedCost } from './frames.ts';
import { longLesson } from './long-lesson.ts';

/** What the bench can have this page do: it is the app, but for the live world, with a trace as long as asked for. */
export interface LongPage {
  /** Fetches a trace and keeps it. Resolves to the events of both sides. */
  load(events: number): Promise<number>;
  /** Opens what was loaded. Resolves to the milliseconds until its rows were painted. */
  open(): Promise<number>;
  steps(): number;
  /** Puts the cursor there and waits until everything has come to rest. */
  seek(k: number): Promise<void>;
  /** Presses the button that often, a frame each. Resolves to the main-thread milliseconds of each until it was painted. */
  press(button: 'Next step' | 'Previous step', times: number): Promise<readonly number[]>;
  /** Goes through every step from where it stands to the end. */
  walk(): Promise<void>;
  /** The time between frames while nothing happens, or while it plays at the highest speed. */
  idle(millis: number): Promise<readonly number[]>;
  play(millis: number): Promise<readonly number[]>;
}

let loaded: readonly Trace[] = [];

const { actions, store } = timeline;

const longPage: LongPage = {
  async load(events) {
    const response = await fetch(`traces/${events}.json`);
    loaded = (await response.json()) as readonly Trace[];
    return loaded.reduce((total, trace) => total + trace.events.length, 0);
  },
  async open() {
    const [left] = loaded;
    if (!left) throw new Error('no trace was loaded');
    let began = 0;
    await paintedCost(() => {
      began = performance.now();
      actions.openLesson(longLesson(left), { recorded: loaded });
    });
    // The very first diagram draws its rows once it knows its size, a frame later.
    for (let frame = 0; !hasRows() && frame < 100; frame += 1) await paintedCost(() => undefined);
    if (!hasRows()) throw new Error('the trace was opened and no row was drawn');
    return performance.now() - began;
  },
  steps: () => comparisonOf(store.getState())?.steps.length ?? 0,
  async seek(k) {
    actions.seek(k);
    await frameTimes(500);
  },
  async press(name, times) {
    const costs: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const before = store.getState().cursor;
      costs.push(await paintedCost(() => button(name).click()));
      if (store.getState().cursor === before) throw new Error(`"${name}" moved nothing at step ${before}`);
    }
    return costs;
  },
  async walk() {
    const count = longPage.steps();
    while (store.getState().cursor < count) {
      actions.next();
      await nextTask();
    }
    await nextFrame();
  },
  idle: frameTimes,
  async play(millis) {
    actions.setSpeed(4);
    actions.play();
    const from = store.getState().cursor;
    const times = await frameTimes(millis);
    actions.pause();
    if (store.getState().cursor <= from) throw new Error('it played and no step was made');
    return times;
  },
};

function hasRows(): boolean {
  return document.querySelector('[data-row]') !== null;
}

function button(name: string): HTMLButtonElement {
  const found = document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
  if (found?.ariaDisabled !== 'false') throw new Error(`there is no button "${name}" to press`);
  return found;
}

const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(
  <StrictMode>
    <TimelineContext value={timeline}>
      <App />
    </TimelineContext>
  </StrictMode>,
);
followSteps(() => undefined);
playOnTimers();
listenForKeys([]);
Object.assign(globalThis, { longPage });
