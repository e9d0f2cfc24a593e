import { type FormEvent, type MouseEvent, useId, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { closePopoverAround } from '#kit/close-popover.ts';
import type { EntryEditing } from './storage-props.ts';
import styles from './entry-actions.module.css';

interface EntryActionsProps {
  readonly value: string;
  readonly editing: EntryEditing;
}

/** What somebody with access to the place can do to an entry: each makes a fork, so that undo takes it back. */
export function EntryActions({ value, editing: { whyNot, what, limit, onChange, onDelete } }: EntryActionsProps) {
  const [text, setText] = useState(value);
  const id = useId();
  const isSame = text === value;
  const cannot = whyNot !== null;
  const change = (event: FormEvent): void => {
    event.preventDefault();
    if (cannot || isSame) return;
    closePopoverAround(event.currentTarget);
    onChange?.(text);
  };
  const remove = (event: MouseEvent): void => {
    if (cannot) return;
    closePopoverAround(event.currentTarget);
    onDelete?.();
  };
  return (
    <form className={styles['actions']} onSubmit={change}>
      {onChange && (
        <>
          <label htmlFor={id} className={styles['label']}>
            Change it by hand
          </label>
          <textarea
            id={id}
            className={styles['box']}
            rows={2}
            maxLength={limit}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      )}
      <span className={styles['row']}>
        {/* Never `disabled`: they stay in reach of the keyboard, and say why. */}
        {onChange && (
          <Button size="s" type="submit" aria-disabled={cannot || isSame} title={whyNot ?? undefined}>
            Change
          </Button>
        )}
        {onDelete && (
          <Button size="s" icon="bin" aria-disabled={cannot} title={whyNot ?? undefined} onClick={remove}>
            {`Delete ${what}`}
          </Button>
        )}
        <span className={styles['note']}>
          {whyNot ?? 'In this system only, at this step: a fork, which undo takes back.'}
        </span>
      </span>
    </form>
  );
}
