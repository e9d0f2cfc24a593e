import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useElementSize } from '#kit/element-size.ts';
import { useReducedMotion } from '#kit/media.ts';
import { useTextScale } from '#kit/text-scale.ts';
import { ColumnChoice } from './column-choice.tsx';
import type { DiagramProps } from './diagram-props.ts';
import { Heads } from './heads.tsx';
import { type Frame, windowOf } from './layout.ts';
import { Row, type RowState } from './row.tsx';
import { useFollow } from './use-follow.ts';
import { useLayout } from './use-layout.ts';
import { watchSwipes } from './swipe.ts';
import styles from './diagram.module.css';

/** How coarsely scrolling is watched, in rows: between two of these nothing is rendered again. */
const SCROLL_GRAIN = 3;

/**
 * Both systems as one sequence diagram. The whole model has its place from the start; only the rows in view are in the document, so that
 * ten thousand cost what twenty do.
 */
export function Diagram(props: DiagramProps) {
  const { model, k, names, column, onColumn, leftHeader, rightHeader, reveal, bet } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [measure, size] = useElementSize();
  const [scrollTop, setScrollTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const scale = useTextScale();
  const reducedMotion = useReducedMotion();

  const { frame, bands } = useLayout(model, size?.width ?? 0, scale, column);
  const viewHeight = Math.max(0, (size?.height ?? 0) - frame.headsHeight);
  const current = Math.min(k, model.rows.length) - 1;
  const tabStop = focused ?? Math.max(0, current);
  const grain = frame.rowHeight * SCROLL_GRAIN;
  const [partsAt] = props.differs ?? [];

  useFollow({
    scroller,
    bands,
    index: Math.max(0, current),
    viewHeight,
    reducedMotion,
    onJump: setScrollTop,
  });

  useEffect(() => {
    const element = scroller.current;
    return element ? watchSwipes(element, (way) => onColumn(way === 'left' ? 'right' : 'left')) : undefined;
  }, [scroller, onColumn]);

  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = tabStop + way;
    if (way === 0 || next < 0 || next >= model.rows.length) return;
    event.preventDefault();
    flushSync(() => setFocused(next));
    list.current?.querySelector<HTMLElement>(`[data-row="${next}"] > button`)?.focus();
  };

  const stateOf = (index: number): RowState => {
    if (index === current) return 'now';
    return index < current || reveal === 'all' ? 'past' : 'future';
  };

  return (
    <section aria-label="Sequence diagram" className={styles['diagram']} data-columns={frame.columns.length}>
      <div className={styles['strip']} style={frame.spine ? stripColumns(frame) : undefined}>
        <Spine frame={frame} />
        {!frame.spine && <ColumnChoice names={names} column={column} onColumn={onColumn} />}
        {frame.columns.map((shown) => (
          <div key={shown.column} className={styles['system']}>
            {shown.column === 'left' ? leftHeader : rightHeader}
          </div>
        ))}
      </div>
      <div
        ref={(element) => {
          scroller.current = element;
          const stop = measure(element);
          return () => {
            scroller.current = null;
            stop?.();
          };
        }}
        className={styles['scroller']}
        style={{ scrollPaddingBlockStart: frame.headsHeight }}
        onScroll={(event) => setScrollTop(Math.floor(event.currentTarget.scrollTop / grain) * grain)}
      >
        <Heads lanes={model.lanes} frame={frame} />
        <div
          className={styles['rows']}
          style={{ blockSize: bands.total, minBlockSize: `calc(100% - ${frame.headsHeight}px)` }}
        >
          <Spine frame={frame} />
          {/* The rows inside are buttons; the list only moves the focus between them. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <ol
            ref={list}
            className={styles['list']}
            aria-label="Steps"
            onKeyDown={onKeyDown}
            onFocus={(event) => setFocused(rowOf(event.target))}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
            }}
          >
            {size &&
              rowsToDraw(windowOf(bands, scrollTop, viewHeight + grain), [current, tabStop]).map((index) => {
                const row = model.rows[index];
                return (
                  row && (
                    <Row
                      key={row.id}
                      row={row}
                      frame={frame}
                      top={bands.topOf(index)}
                      count={model.rows.length}
                      state={stateOf(index)}
                      names={names}
                      rowText={props.rowText}
                      tabStop={index === tabStop}
                      differs={props.differs?.has(row.id) ? (row.id === partsAt ? 'forks here' : 'differs') : null}
                      bet={bet?.index === index ? bet : null}
                      onSelectRow={props.onSelectRow}
                      onColumn={onColumn}
                      onExplain={props.onExplain}
                    />
                  )
                );
              })}
          </ol>
        </div>
      </div>
    </section>
  );
}

/** The band of paper between two systems, on which the phases stand. */
function Spine({ frame: { spine } }: { readonly frame: Frame }) {
  return spine && <span className={styles['spine']} style={{ insetInlineStart: spine.x, inlineSize: spine.width }} />;
}

function stripColumns({ columns, spine }: Frame) {
  return {
    gridTemplateColumns: `${columns[0]?.width ?? 0}px ${columns[1]?.width ?? 0}px`,
    columnGap: spine?.width ?? 0,
  };
}

/** The rows in view, and those that must be there wherever the view is: the current one and the one Tab reaches. */
function rowsToDraw(
  view: { readonly from: number; readonly to: number },
  always: readonly number[],
): readonly number[] {
  const inView = Array.from({ length: view.to - view.from }, (_, place) => view.from + place);
  const others = always.filter((index) => index >= 0 && (index < view.from || index >= view.to));
  return [...new Set([...inView, ...others])].toSorted((a, b) => a - b);
}

function rowOf(target: Element): number | null {
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined ? null : Number(row);
}
