import { COLUMNS, type Column } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import { Panel } from './panel.tsx';
import type { StorageProps } from './storage-props.ts';
import styles from './storage.module.css';

const PLACES = ['browser', 'server'] as const;

/**
 * What is remembered where, in step with the diagram: each system's half stands under its lifelines, the browser's panels before the
 * server's. The panels never change their places.
 */
export function Storage({ view, names, column, onExplain, onOpenCredential, reserved }: StorageProps) {
  return (
    <section aria-label="Storage" className={styles['storage']} data-column={column}>
      {COLUMNS.map((name) => (
        <div key={name} className={styles['half']} data-column={name}>
          <h3 className={styles['name']}>{names[name]}</h3>
          <div className={styles['places']}>
            {PLACES.map((place) => (
              <div key={place} className={styles['place']}>
                {view[name].map((panel, index) =>
                  panel.place === place ? (
                    <Panel
                      key={areaId(panel.area)}
                      panel={panel}
                      column={name}
                      system={names[name]}
                      reserved={reservedRows(reserved, name, index)}
                      onExplain={(event) => onExplain(event, name)}
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

function reservedRows(reserved: StorageProps['reserved'], column: Column, index: number): number {
  return reserved?.[column][index] ?? 1;
}
