import { useEffect, useRef } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import { showIn } from '#kit/show-in.ts';
import type { StoragePanel, StorageView } from '#projections/models.ts';
import { Panel } from './panel.tsx';
import type { StorageProps } from './storage-props.ts';
import styles from './storage.module.css';

const PLACES = ['browser', 'server'] as const;
/** Pixels left between a changed entry and the edge. */
const ROOM = 8;

/**
 * What is remembered where, in step with the diagram: each system's half stands under its lifelines, the browser's panels before the
 * server's. The panels never change their places.
 */
export function Storage(props: StorageProps) {
  const { view, read, names, column, onExplain, onOpenCredential, editing, reserved, differs } = props;
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    if (region.current && (read || hasChange(view))) showTouched(region.current);
  }, [view, read]);

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

function hasChange(view: StorageView): boolean {
  return COLUMNS.some((column) => view[column].some(({ rows }) => rows.some(({ change }) => change !== null)));
}

/** In each place by itself, what this step changed or looked at comes into view, and nothing else moves. The page never does. */
function showTouched(region: Element): void {
  for (const place of region.querySelectorAll(`.${styles['place']}`)) {
    const changed = [...place.querySelectorAll('[data-change]')];
    // The first last: where there is no room for all of it, its beginning shows.
    const touched = changed.length > 0 ? [changed.at(-1), changed[0]] : [place.querySelector('[data-read]:has(li)')];
    for (const entry of touched) if (entry) showInScrollers(entry, region);
  }
}

function showInScrollers(entry: Element, region: Element): void {
  // A value means nothing without its panel’s title.
  const panel = entry.closest('section') ?? entry;
  for (let around = entry.parentElement; around && region.contains(around); around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && getComputedStyle(around).overflowY === 'auto')
      showIn(around, entry, panel.getBoundingClientRect().top, ROOM);
  }
}
