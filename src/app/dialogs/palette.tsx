import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { THEMES } from '#kit/theme.ts';
import { CATALOGUE } from '#lessons/catalogue.ts';
import { beatsOf } from '#timeline/beats.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { appStore, goTo, openDialog } from '../app-store.ts';
import { chooseTheme } from '../choose-theme.ts';
import { FLOW_SHORTCUTS } from '../keys/shortcuts.ts';
import { openLesson } from '../opening.ts';
import styles from './palette.module.css';

const close = (): void => appStore.setState({ palette: false });

/** Every command by name. Loaded when it is first asked for. */
export function Palette() {
  const { seek } = useTimelineActions();
  const beats = useTimeline(beatsOf);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    // Not by `autoFocus`, which acts before the dialog is open.
    dialog.current?.querySelector('input')?.focus();
  }, []);

  const item = (name: string, run: () => void, hint?: string) => (
    <Command.Item
      key={name}
      value={name}
      className={styles['item']}
      onSelect={() => {
        close();
        run();
      }}
    >
      {name}
      {hint && <kbd className={styles['key']}>{hint}</kbd>}
    </Command.Item>
  );

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label="Commands" onClose={close}>
      <Command label="Commands" loop>
        <Command.Input className={styles['input']} placeholder="Type a command" />
        <Command.List className={styles['list']}>
          <Command.Empty className={styles['empty']}>No command of that name.</Command.Empty>
          <Command.Group heading="Steps">
            {FLOW_SHORTCUTS.filter(({ keys }) => !keys.includes('1')).map(({ says, run, shown, keys }) =>
              item(says, () => run(keys[0] ?? ''), shown[0]),
            )}
            {beats.map(({ beat, index }, place) => item(`Beat ${place + 1}: ${beat.title}`, () => seek(index + 1)))}
          </Command.Group>
          <Command.Group heading="Places">
            {CATALOGUE.map((lesson, index) =>
              item(`Lesson ${index + 1}: ${lesson.title}`, () => void openLesson(lesson), String(index + 1)),
            )}
            {item('Token bench', () => goTo('#/token'))}
            {item('Share this step', () => openDialog('share'))}
            {item('Steps in words', () => openDialog('words'))}
            {item('Help and keys', () => openDialog('help'), '?')}
          </Command.Group>
          <Command.Group heading="Theme">
            {THEMES.map((theme) => item(`Theme: ${theme}`, () => chooseTheme(theme)))}
          </Command.Group>
        </Command.List>
      </Command>
    </dialog>
  );
}
