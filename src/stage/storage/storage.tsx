import { useEffect, useRef } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import type { StoragePanel } from '#projections/models.ts';
import { Panel } from './panel.tsx';
import type { StorageProps } from './storage-props.ts';
import styles from './storage.module.css';

const PLACES = ['browser', 'server'] as const;

/**
 * What is remembered where, in step with the diagram: each system's half stands under its lifelines, the browser's panels before the
 * server's. The panels never change their places.
 */
export function Storage(props: StorageProps) {
  const { view, read, onTouch, names, column, onExplain, onOpenCredential, editing, reserved, differs } = props;
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    if (region.current && read) onTouch?.(region.current);
  }, [read, onTouch]);

  return (
    <section ref={region} aria-label="Storage" className={styles['storage']} data-column={column}>
      {COLUMNS.map((name) => (
        <div key={name} className={styles['half']} data-column={name}>
          <h3 className={styles['name']}>{names[name]}</h3>
          <div className={styles['places']}>
            {PLACES.map((place) => (
              <div key={place} className={styles['place']} data-place-of={name}>
                {view[name].map((panel, index) =>
                  panel.place === place ? (
                    <Panel
                      key={areaId(panel.area)}
                      panel={panel}
                      column={name}
                      system={names[name]}
                      reserved={reservedRows(reserved, name, index)}
                      isRead={read?.[name].has(areaId(panel.area)) ?? false}
                      editing={editing}
                      isFirst={view[name].find((one) => hostOf(one) === hostOf(panel)) === panel}
                      differs={differs}
                      onExplain={onExplain}
                      onOpenCredential={onOpenCredential}
                    />
                  ) : null,
                )}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

/** A browser for each device; everything behind the wire is one server’s. */
function hostOf({ place, area }: StoragePanel): string {
  return place === 'server' ? place : area.owner;
}

function reservedRows(reserved: StorageProps['reserved'], column: Column, index: number): number {
  return reserved?.[column][index] ?? 1;
}
