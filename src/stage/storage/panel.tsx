import { type CSSProperties, Fragment, memo } from 'react';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { areaId, type ChangeType } from '#core/state.ts';
import type { CredentialModel, StoragePanel } from '#projections/models.ts';
import { storageKey, type StorageDifferences } from '#projections/storage/storage-differences.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { CHANGE_SIGNS } from '../change-signs.ts';
import { Entry } from './entry.tsx';
import { PanelActs } from './panel-acts.tsx';
import type { StorageEditing } from './storage-props.ts';
import styles from './panel.module.css';

interface PanelProps {
  readonly panel: StoragePanel;
  readonly column: Column;
  /** `Session`: said with the panel's name, for people who cannot see where it stands. */
  readonly system: string;
  /** What is not as in the other run. */
  readonly differs: StorageDifferences | undefined;
  /** Rows to keep room for. */
  readonly reserved: number;
  /** This step looks into it. */
  readonly isRead: boolean;
  /** The first of a browser or of the server says what can be made to happen to it. */
  readonly isFirst: boolean;
  readonly editing: StorageEditing | undefined;
  readonly onExplain: (event: EventId, column: Column) => void;
  readonly onOpenCredential: (credential: CredentialModel, column: Column) => void;
}

const CHANGE_TYPES: readonly ChangeType[] = ['added', 'changed', 'removed'];

/** One place where something is remembered. Most steps leave most of them alone. */
export const Panel = memo(function Panel(props: PanelProps) {
  const { panel, column, system, reserved, isRead, isFirst, editing, differs, onExplain, onOpenCredential } = props;
  const { title, ownerName, rows, columns, visibility, emptyText, staysEmpty } = panel;
  const acts = (isFirst && editing?.acts(panel, column)) || [];
  const changes = CHANGE_TYPES.filter((type) => rows.some(({ change }) => change === type));
  return (
    <section
      className={styles['panel']}
      data-place={panel.place}
      data-changed={changes.length > 0 || undefined}
      data-read={isRead || undefined}
      data-stays-empty={staysEmpty || undefined}
      aria-label={`${ownerName}, ${title}, ${system}`}
    >
      <div className={styles['head']}>
        <h4 className={styles['title']}>
          {title}
          <VisuallyHidden>, </VisuallyHidden>
          <span className={styles['owner']}>{ownerName}</span>
          {changes.map((change) => (
            <Fragment key={change}>
              <VisuallyHidden>, </VisuallyHidden>
              <span className={styles['change']}>
                {CHANGE_SIGNS[change]} {change}
              </span>
            </Fragment>
          ))}
        </h4>
        {editing && acts.length > 0 && (
          <PanelActs ownerName={`${ownerName}, ${system}`} acts={acts} whyNot={editing.whyNot} />
        )}
      </div>
      {visibility !== null && !staysEmpty && <p className={styles['visibility']}>{visibility}</p>}
      <div className={styles['rows']} style={reserving(reserved)} data-lines={linesOf(columns.length)}>
        {rows.length === 0 ? (
          <p className={styles['empty']}>{emptyText}</p>
        ) : (
          <ul>
            {rows.map((row) => (
              <Entry
                key={row.key}
                row={row}
                columns={columns}
                column={column}
                area={areaId(panel.area)}
                editing={editing?.entry(panel, row, column) ?? null}
                differs={differs?.get(storageKey(column, areaId(panel.area), row.key)) ?? null}
                onExplain={(event) => onExplain(event, column)}
                onOpenCredential={onOpenCredential}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
});

/** Key and value stand on a line; two columns more take another, and more than that one more. */
function linesOf(columns: number): number {
  return columns > 4 ? 3 : columns > 2 ? 2 : 1;
}

/** Room for that many entries; how high one is, the stylesheet knows. */
function reserving(rows: number): CSSProperties {
  return { '--reserved': Math.max(1, rows) } as CSSProperties;
}
