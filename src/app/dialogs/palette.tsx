import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { appStore } from '../app-store.ts';
import { commandsNow } from './palette-commands.ts';
import styles from './palette.module.css';

const close = (): void => appStore.setState({ palette: false });

/** Every command by name. Loaded when it is first asked for. */
export function Palette() {
  // What can be done does not change while the palette has every key.
  const [groups] = useState(commandsNow);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    // Not by `autoFocus`, which acts before the dialog is open.
    dialog.current?.querySelector('input')?.focus();
  }, []);

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label="Commands" onClose={close}>
      <Command label="Commands" loop>
        <Command.Input className={styles['input']} placeholder="Type a command" />
        <Command.List className={styles['list']}>
          <Command.Empty className={styles['empty']}>No command of that name.</Command.Empty>
          {groups.map(({ heading, commands }) => (
            <Command.Group key={heading} heading={heading}>
              {commands.map(({ name, run, hint }, place) => (
                <Command.Item
                  // Two branches may have one name.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={`${place} ${name}`}
                  value={`${name} ${heading} ${place}`}
                  className={styles['item']}
                  onSelect={() => {
                    close();
                    run();
                  }}
                >
                  {name}
                  {hint && <kbd className={styles['key']}>{hint}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}
