import { createStore } from 'zustand/vanilla';
import type { Column } from '#core/align.ts';

interface ConsoleState {
  /** What stands in the box: it stays while another view is looked at. */
  readonly draft: string;
  /** What was run in this visit, oldest first, each once. */
  readonly history: readonly string[];
  /** How far back in it: its length is the draft itself. */
  readonly at: number;
  /** What was being typed before somebody went back. */
  readonly kept: string;
  /** Which side it talks to, where both have tables. */
  readonly column: Column;
}

const HISTORY_LIMIT = 50;

/** What was typed at the database's console, until the page is left. */
export const consoleStore = createStore<ConsoleState>(() => ({
  draft: '',
  history: [],
  at: 0,
  kept: '',
  column: 'left',
}));

export function typed(draft: string): void {
  consoleStore.setState(({ history }) => ({ draft, at: history.length }));
}

/** Remembers a statement that was run, as the latest. */
export function remember(statement: string): void {
  consoleStore.setState(({ history }) => {
    const next = [...history.filter((one) => one !== statement), statement].slice(-HISTORY_LIMIT);
    return { history: next, at: next.length };
  });
}

/** Goes back or forward in what was run; forward past the latest is what was being typed. False where there is nothing. */
export function recall(direction: 'older' | 'newer'): boolean {
  const { history, at, draft, kept } = consoleStore.getState();
  const to = direction === 'older' ? at - 1 : at + 1;
  if (to < 0 || to > history.length) return false;
  const own = at === history.length ? draft : kept;
  consoleStore.setState({ at: to, kept: own, draft: history[to] ?? own });
  return true;
}
