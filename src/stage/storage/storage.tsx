import { useEffect, useRef } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import type { StoragePanel, StorageView } from '#projections/models.ts';
import { Panel } from './panel.tsx';
import type { StorageProps } from './storage-props.ts';
import styles from './storage.module.css';

/** Pixels left between a changed entry and the edge of the region. */
const ROOM = 8;
const PLACES = ['browser', 'server'] as const;

/**
 * What is remembered where, in step with the diagram: each system's half stands under its lifelines, the browser's panels before the
 * server's. The panels never change their places.
 */
export function Storage(props: StorageProps) {
  const { view, names, column, onExplain, onOpenCredential, editing, reserved, differs } = props;
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    if (region.current && hasChange(view)) showChange(region.current);
  }, [view]);

  return (
    <section ref={region} aria-label="Storage" className={styles['storage']} data-column={column}>
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

function hasChange(view: StorageView): boolean {
  return COLUMNS.some((column) => view[column].some(({ rows }) => rows.some(({ change }) => change !== null)));
}

/** Where the panels have less room than they need, what this step changed comes into view, and nothing else moves. */
function showChange(region: HTMLElement): void {
  const changed = region.querySelector('[data-change]');
  if (!changed || region.scrollHeight <= region.clientHeight) return;
  const box = region.getBoundingClientRect();
  const { top, bottom } = changed.getBoundingClientRect();
  // Its panel's title comes along where both fit: a value means nothing without it.
  const title = changed.closest('section')?.getBoundingClientRect().top ?? top;
  const start = bottom - title <= box.height - 2 * ROOM ? title : top - ROOM;
  const over = start < box.top + ROOM ? start - ROOM - box.top : Math.max(0, bottom + ROOM - box.bottom);
  if (over !== 0) region.scrollBy({ top: over, behavior: 'instant' });
}
