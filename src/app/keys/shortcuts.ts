import { CATALOGUE } from '#lessons/catalogue.ts';
import { appStore, openDialog } from '../app-store.ts';
import { openLesson } from '../opening.ts';
import { timeline } from '../timeline.ts';

/** One thing the keyboard does anywhere on the page. */
export interface Shortcut {
  /** As `KeyboardEvent.key` spells them. */
  readonly keys: readonly string[];
  /** As the help shows them. */
  readonly shown: readonly string[];
  readonly says: string;
  readonly run: (key: string) => void;
}

const { actions, store } = timeline;

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
    keys: CATALOGUE.map((_, index) => String(index + 1)),
    shown: [`1–${CATALOGUE.length}`],
    says: 'Open that lesson',
    run: (key) => {
      const lesson = CATALOGUE[Number(key) - 1];
      if (lesson) void openLesson(lesson);
    },
  },
];

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['/'], shown: ['/'], says: 'Find any command', run: () => appStore.setState({ palette: true }) },
  { keys: ['?'], shown: ['?'], says: 'These keys', run: () => openDialog('help') },
];
