import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { AreaId } from '#core/state.ts';
import { entryAnchor, useAnchor } from '#kit/anchors.ts';
import { Icon } from '#kit/icon.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import type { CredentialModel, StorageCell, StorageRow } from '#projections/models.ts';
import type { StorageDifference } from '#projections/storage/storage-differences.ts';
import { CHANGE_SIGNS } from '../change-signs.ts';
import type { EntryEditing } from './storage-props.ts';
import { Value } from './value.tsx';
import styles from './entry.module.css';

interface EntryProps {
  readonly row: StorageRow;
  readonly columns: readonly string[];
  readonly column: Column;
  readonly area: AreaId;
  /** What can be done to it; null where nothing can. */
  readonly editing: EntryEditing | null;
  /** What it is beside the other run; null where that remembers the same, or is no run of this scheme. */
  readonly differs: StorageDifference | null;
  readonly onExplain: (event: EventId) => void;
  readonly onOpenCredential: (credential: CredentialModel, column: Column) => void;
}

/** One entry: its key and value on a line, what else is known of it below. */
export function Entry(props: EntryProps) {
  const { row, columns, column, area, editing, differs, onExplain, onOpenCredential } = props;
  const anchor = useAnchor(row.credential ? entryAnchor(column, area, row.key) : null);
  const [key, value, ...rest] = row.cells;
  const { event, change, credential, visibility } = row;
  const more = rest.filter(({ text }) => text !== '');
  return (
    <li
      ref={anchor}
      className={styles['entry']}
      data-change={change ?? undefined}
      data-token={credential?.form === 'pass' || undefined}
      // A long key leaves no room beside it.
      data-value-below={key && key.text !== key.full ? true : undefined}
    >
      <span className={styles['sign']}>
        {change && (
          <>
            <span aria-hidden="true">{CHANGE_SIGNS[change]}</span>
            <VisuallyHidden>{`${change}: `}</VisuallyHidden>
          </>
        )}
      </span>
      <span className={styles['key']}>
        <VisuallyHidden>{`${columns[0] ?? ''}: `}</VisuallyHidden>
        {key && <Key cell={key} event={event} onExplain={onExplain} />}
      </span>
      <span className={styles['value']} data-changed={value?.changed || undefined}>
        <VisuallyHidden>{`${columns[1] ?? ''}: `}</VisuallyHidden>
        {value && (
          <Value
            name={key?.full ?? row.key}
            cell={value}
            credential={credential}
            editing={change === 'removed' ? null : editing}
            onOpen={() => credential && onOpenCredential(credential, column)}
          />
        )}
      </span>
      {(more.length > 0 || visibility !== null || differs !== null) && (
        <span className={styles['more']}>
          {differs !== null && (
            <span className={styles['differs']}>
              <Icon name="differs" /> {differs}
            </span>
          )}
          {more.map((cell, index) => (
            // The columns of a panel never change places.
            <span key={columns[index + 2]} className={styles['detail']} data-changed={cell.changed || undefined}>
              <VisuallyHidden>{`${columns[index + 2] ?? ''}: `}</VisuallyHidden>
              {cell.text}
            </span>
          ))}
          {visibility !== null && (
            <span className={styles['detail']}>
              {visibility.startsWith('hidden') && <Icon name="lock" />} {visibility}
            </span>
          )}
        </span>
      )}
    </li>
  );
}

interface KeyProps {
  readonly cell: StorageCell;
  readonly event: EventId | null;
  readonly onExplain: (event: EventId) => void;
}

function Key({ cell, event, onExplain }: KeyProps) {
  if (event === null) return cell.text;
  return (
    <button type="button" className={styles['explain']} title={cell.full} onClick={() => onExplain(event)}>
      {cell.text}
    </button>
  );
}
