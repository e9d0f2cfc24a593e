import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { MiddleText } from '#kit/middle-text.tsx';
import { Popover } from '#kit/popover.tsx';
import { TokenText } from '#kit/token-text.tsx';
import type { CredentialModel, StorageCell } from '#projections/models.ts';
import { EntryActions } from './entry-actions.tsx';
import type { EntryEditing } from './storage-props.ts';
import styles from './value.module.css';

interface ValueProps {
  /** The entry's key. */
  readonly name: string;
  readonly cell: StorageCell;
  readonly credential: CredentialModel | null;
  readonly editing: EntryEditing | null;
  readonly onOpen: () => void;
}

/** Longer than this a value may not fit its line, and can be opened. */
const SURELY_FITS = 16;

/** A value on one line, cut in its middle where it must be; the whole of it opens beside it. */
export function Value({ name, cell, credential, editing, onOpen }: ValueProps) {
  const [isOpen, setOpen] = useState(false);
  const token = credential?.form === 'pass' && credential.text === cell.full;
  if (!editing && cell.full.length <= SURELY_FITS && cell.full === cell.text) return cell.text;
  const shown = token ? <TokenText text={cell.full} oneLine /> : <MiddleText text={lineOf(cell)} />;
  return (
    <Popover
      trigger={shown}
      label={`${name}: show the whole value`}
      className={styles['trigger']}
      onOpenChange={setOpen}
    >
      <p className={styles['name']}>{name}</p>
      <p className={styles['whole']}>{token ? <TokenText text={cell.full} /> : cell.full}</p>
      <p className={styles['actions']}>
        <CopyButton label="Copy" text={() => cell.full} />
        {credential && (
          <Button size="s" tone="quiet" icon={credential.form} onClick={onOpen}>
            {credential.form === 'pass' ? 'Open its anatomy' : 'What this ticket is'}
          </Button>
        )}
      </p>
      {/* A new value is begun from what stands there when it is opened. */}
      {editing && isOpen && <EntryActions value={cell.full} editing={editing} />}
    </Popover>
  );
}

/** What was only cut is cut here, to the room there is; what stands for something else stays as it is. */
function lineOf({ text, full }: StorageCell): string {
  return text.includes('…') ? full : text;
}
