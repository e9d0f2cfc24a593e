import { COLUMNS, type Column } from '#core/align.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { writeSetting } from '#core/setting-text.ts';
import type { Settings } from '#core/settings.ts';
import { THEMES } from '#kit/theme.ts';
import { CATALOGUE } from '#lessons/catalogue.ts';
import { settingWords } from '#projections/wording/setting-words.ts';
import { beatsOf } from '#timeline/beats.ts';
import { offeredChanges } from '#timeline/changes.ts';
import { branchOf, branchWith, comparisonOf } from '#timeline/shown.ts';
import { compared } from '#timeline/standing-runs.ts';
import type { TimelineState } from '#timeline/state.ts';
import { goTo } from '../address.ts';
import { appStore, type InspectorTab, isLive, openDialog } from '../app-store.ts';
import { branchName } from '../branches/branch-words.ts';
import { turn, turnWords } from '../branches/turning.ts';
import { chooseTheme } from '../choose-theme.ts';
import { chooseFile } from '../files/opening-files.ts';
import { saveTraces, saveWorkbook } from '../files/saving.ts';
import { FLOW_SHORTCUTS } from '../keys/shortcuts.ts';
import { openLesson } from '../opening.ts';
import { timeline } from '../timeline.ts';
import { VIEWS } from '../lower/lower-panel.tsx';
import { showLower } from '../lower/lower-tab.ts';
import { nextCommands } from './next-acts.ts';

/** One thing to do, by the name it is found under. */
export interface Command {
  readonly name: string;
  readonly run: () => void;
  /** The key that does the same. */
  readonly hint?: string | undefined;
}

export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly Command[];
}

const INSPECTOR_TABS: Readonly<Record<InspectorTab, string>> = {
  http: 'HTTP',
  code: 'Code',
  token: 'Token',
  bytes: 'Bytes',
  try: 'Try it',
};

const SIDE_NAMES: Readonly<Record<Column, string>> = { left: 'Left', right: 'Right' };

/** Everything that can be done now. What forks a run is there only while one can be made. */
export function commandsNow(): readonly CommandGroup[] {
  const { place, live } = appStore.getState();
  const state = timeline.store.getState();
  const comparison = comparisonOf(state);
  const isHere = place === 'flows' && comparison !== null;
  const groups: readonly CommandGroup[] = [
    ...(isHere ? [{ heading: 'Steps', commands: steps(state) }] : []),
    ...(isHere && isLive(live) ? [{ heading: 'Change something', commands: changes(state) }] : []),
    ...(isHere && isLive(live) ? [{ heading: 'Do next', commands: nextCommands(comparison) }] : []),
    ...(isHere ? [{ heading: 'Branches', commands: branches(state) }] : []),
    ...(isHere ? [{ heading: 'Views', commands: views(state) }] : []),
    { heading: 'Links and files', commands: files(isHere) },
    { heading: 'Places', commands: places() },
    { heading: 'Theme', commands: THEMES.map((theme) => ({ name: `Theme: ${theme}`, run: () => chooseTheme(theme) })) },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

function steps(state: TimelineState): readonly Command[] {
  const keys = FLOW_SHORTCUTS.filter(({ keys: [key], when }) => key !== '1' && !when);
  return [
    ...keys.map(({ says, run, shown, keys: [key = ''] }) => ({ name: says, run: () => run(key), hint: shown[0] })),
    ...beatsOf(state).map(({ beat, index }, at) => ({
      name: `Stop ${at + 1}: ${beat.title}`,
      run: () => timeline.actions.seek(index + 1),
    })),
  ];
}

function changes(state: TimelineState): readonly Command[] {
  return [
    ...offeredChanges(state)
      .filter(({ applied }) => !applied)
      .map(({ change }) => ({
        name: change.label.replaceAll('`', ''),
        run: () => timeline.actions.applyChange(change.id),
      })),
    ...COLUMNS.flatMap((column) => settings(state, column)),
  ];
}

/** Every value that a setting of that side has not; lengths of time are typed in the dialog. */
function settings(state: TimelineState, column: Column): readonly Command[] {
  const spec = branchOf(state, column)?.spec;
  if (!spec) return [];
  const offered = SETTING_SPECS.filter(({ schemes }) => schemes.includes(spec.scheme));
  const values = offered.flatMap((setting): readonly Command[] => {
    if (setting.kind === 'seconds') return [];
    const now = writeSetting(spec.settings[setting.id]);
    const all: readonly (boolean | string)[] = setting.kind === 'switch' ? [false, true] : setting.choices;
    return all
      .filter((value) => writeSetting(value as Settings[typeof setting.id]) !== now)
      .map((value) => ({
        name: `${SIDE_NAMES[column]}: ${settingWords(setting.id, value as Settings[typeof setting.id])}`,
        run: () => timeline.actions.setSetting(column, { [setting.id]: value }),
      }));
  });
  return [...values, { name: `Settings on the ${column}`, run: () => openDialog(`settings-${column}`) }];
}

function branches(state: TimelineState): readonly Command[] {
  const { lesson, sides } = state;
  if (!lesson || !sides) return [];
  const [undone, redone] = [turnWords(state, 'undo'), turnWords(state, 'redo')];
  return [
    ...(undone === null ? [] : [{ name: `Undo: ${undone}`, run: () => turn('undo'), hint: 'Ctrl Z' }]),
    ...(redone === null ? [] : [{ name: `Redo: ${redone}`, run: () => turn('redo'), hint: 'Ctrl Y' }]),
    ...Object.values(state.branches).flatMap((branch) => {
      const name = branchName(lesson, branch);
      const origin = branch.parent === null ? null : branchWith(state, branch.parent);
      const pair = origin?.spec.scheme === branch.spec.scheme && { left: origin.id, right: branch.id };
      return [
        ...COLUMNS.filter((column) => sides[column] !== branch.id).map((column) => ({
          name: `${SIDE_NAMES[column]}: ${name}`,
          run: () => timeline.actions.pickSide(column, branch.id),
        })),
        ...(pair
          ? [
              {
                name: `Compare ${name} with its origin`,
                run: () => timeline.actions.revise((now) => compared(now, pair)),
              },
            ]
          : []),
      ];
    }),
  ];
}

function views(state: TimelineState): readonly Command[] {
  const comparison = comparisonOf(state);
  const tabs = Object.entries(INSPECTOR_TABS) as [InspectorTab, string][];
  return [
    ...tabs.map(([tab, name]) => ({ name: `Show ${name}`, run: () => appStore.setState({ tab }) })),
    ...VIEWS.filter(({ when }) => comparison && (when?.(comparison) ?? true)).map(({ id, label }) => ({
      name: `Show ${label}`,
      run: () => showLower(id),
    })),
    { name: 'Steps in words', run: () => openDialog('words') },
  ];
}

function files(isHere: boolean): readonly Command[] {
  const saving = [
    { name: 'Share this step', run: () => openDialog('share') },
    { name: 'Save as a file', run: saveWorkbook },
    { name: 'Save the recorded traces', run: saveTraces },
  ];
  return [...(isHere ? saving : []), { name: 'Open a file', run: chooseFile }];
}

function places(): readonly Command[] {
  return [
    ...CATALOGUE.map((lesson, index) => ({
      name: `Lesson ${index + 1}: ${lesson.title}`,
      run: () => void openLesson(lesson),
      hint: index < 9 ? String(index + 1) : undefined,
    })),
    { name: 'All lessons', run: () => openDialog('lessons') },
    { name: 'Token bench', run: () => goTo('#/token') },
    { name: 'Help and keys', run: () => openDialog('help'), hint: '?' },
  ];
}
