import { appStore, openDialog } from '../app-store.ts';
import { BET_ID } from '../inspector/focus-places.ts';
import { openNumber } from '../opening.ts';
import { timeline } from '../timeline.ts';

/** One thing the keyboard does anywhere on the page. */
export interface Shortcut {
  /** As `KeyboardEvent.key` spells them. */
  readonly keys: readonly string[];
  /** As the help shows them. */
  readonly shown: readonly string[];
  readonly says: string;
  /** Where it is absent, at any time. */
  readonly when?: (key: string) => boolean;
  readonly run: (key: string) => void;
}

const { actions, store } = timeline;

/** The option of that letter, where a bet waits on screen. */
const option = (letter: string): HTMLElement | null =>
  document.querySelector(`#${BET_ID} [aria-keyshortcuts="${letter.toUpperCase()}"]`);

/** Only in the workbench: on the token page arrows belong to the text. */
export const FLOW_SHORTCUTS: readonly Shortcut[] = [
  {
    keys: ['ArrowRight', 'PageDown', ' '],
    shown: ['→', 'Page Down', 'Space'],
    says: 'Next step',
    run: () => actions.next(),
  },
  { keys: ['ArrowLeft', 'PageUp'], shown: ['←', 'Page Up'], says: 'Previous step', run: () => actions.back() },
  { keys: ['Home'], shown: ['Home'], says: 'First step', run: () => actions.start() },
  { keys: ['End'], shown: ['End'], says: 'Last step', run: () => actions.end() },
  {
    keys: ['p', 'P'],
    shown: ['P'],
    says: 'Play or pause',
    run: () => (store.getState().playing ? actions.pause() : actions.play()),
  },
  {
    keys: ['a', 'b', 'c', 'd', 'A', 'B', 'C', 'D'],
    shown: ['A–D'],
    says: 'Place that bet, while one is open',
    when: (key) => option(key) !== null,
    run: (key) => option(key)?.click(),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: ['1–9'],
    says: 'Open that lesson',
    run: (key) => void openNumber(Number(key)),
  },
];

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['/'], shown: ['/'], says: 'Find any command', run: () => appStore.setState({ palette: true }) },
  { keys: ['?'], shown: ['?'], says: 'These keys', run: () => openDialog('help') },
];
