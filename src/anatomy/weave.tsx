import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from '#kit/button.tsx';
import { useElementSize } from '#kit/element-size.ts';
import { numberText } from '#kit/number-text.ts';
import { useTextScale } from '#kit/text-scale.ts';
import type { Range } from '#token/findings.ts';
import type { Segment } from '#token/segment.ts';
import { choose, hover, type Lit, useLink, useLitIn } from './link.ts';
import { useWindow } from './use-window.ts';
import { bytesOfLetter, groupBefore, groupCount, GROUP_BITS, GROUP_BYTES, lineFrom } from './weave-geometry.ts';
import { type WeaveCell, WeaveLineView } from './weave-line.tsx';
import { nextCell } from './weave-keys.ts';
import { litWords, restWords } from './weave-words.ts';
import styles from './weave.module.css';

export interface WeaveProps {
  readonly segment: Segment;
  /** What the part is called: `Payload`. */
  readonly title: string;
  /** Whether a third row shows the bytes as text. */
  readonly asText: boolean;
}

/** CSS pixels at a root font of 16 px: of one bit at least (a line is stretched to fill its width), of one row, of the gap between lines. */
const BIT = 2.85;
const ROW = 20;
const GAP = 10;
const WIDEST_BIT = 3.5;
const LINES_OPEN = 12;
const GROUPS_UNMEASURED = 8;

/**
 * A part of a token woven out: its characters over the bytes they carry, exactly aligned. One line that follows what is lit, or all lines.
 * The arrow keys walk it character by character or byte by byte.
 */
export function Weave({ segment, title, asText }: WeaveProps) {
  const link = useLink();
  const lit = useLitIn(segment);
  const scale = useTextScale();
  const [sizeRef, size] = useElementSize();
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState(0);
  const [active, setActive] = useState<WeaveCell>({ row: segment.base64url ? 'letter' : 'byte', index: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  const letters = segment.base64url?.letters ?? 0;
  const sizes = { bytes: segment.bytes.length, letters };
  const total = groupCount(sizes.bytes, letters);
  const groups = Math.max(1, size ? Math.floor(size.width / (GROUP_BITS * BIT * scale)) : GROUPS_UNMEASURED);
  const bit = Math.min(size ? size.width / (groups * GROUP_BITS) : BIT, WIDEST_BIT * scale);
  const lineCount = Math.ceil(total / groups);
  const rows = (segment.base64url ? 2 : 1) + (asText ? 1 : 0);
  const lineHeight = (rows * ROW + GAP) * scale;
  const { attach, onScroll, reveal, ...drawn } = useWindow(lineCount, lineHeight);

  const first = Math.max(0, Math.min(start, total - groups));
  const follows = lit !== null && lit.from !== 'weave' ? lit : null;
  const [followed, setFollowed] = useState<Lit | null>(null);
  if (follows !== followed) {
    setFollowed(follows);
    if (follows && !isShown(follows.bytes, first, groups)) setStart(groupBefore(follows.bytes.start, groups, total));
  }

  // Only when another place is lit, not when the window moves.
  const show = useEffectEvent(reveal);
  useEffect(() => {
    if (isOpen && follows) show(Math.floor(follows.bytes.start / GROUP_BYTES / groups));
  }, [follows, isOpen, groups]);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-index="${active.index}"]`)?.focus();
  });

  const litAt = ({ row, index }: WeaveCell): Lit => {
    const bytes = row === 'byte' ? { start: index, end: index + 1 } : bytesOfLetter(index, sizes.bytes);
    return { segment, bytes, node: null, from: 'weave' };
  };
  const onPointerOver = ({ target }: PointerEvent): void => {
    const cell = cellOf(target);
    if (cell) hover(link, litAt(cell));
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const cell = cellOf(target);
    if (!cell) return;
    setActive(cell);
    choose(link, litAt(cell));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = nextCell(event.key, active, { ...sizes, perLine: groups });
    if (!cell) return;
    event.preventDefault();
    moved.current = true;
    setActive(cell);
    const byte = cell.row === 'byte' ? cell.index : bytesOfLetter(cell.index, sizes.bytes).start;
    if (isOpen) reveal(Math.floor(byte / GROUP_BYTES / groups));
    else if (!isShown({ start: byte, end: byte + 1 }, first, groups)) setStart(groupBefore(byte, groups, total));
  };

  const shownFrom = isOpen ? drawn.first : 0;
  const shownLines = isOpen ? drawn.end - drawn.first : 1;
  const style = {
    '--bit': `${bit}px`,
    '--row': `${ROW * scale}px`,
    '--gap': `${GAP * scale}px`,
  } as CSSProperties;
  const hasMore = lineCount > 1;
  return (
    <div className={styles['weave']} style={style} ref={sizeRef}>
      <div
        ref={attach}
        className={styles['scroll']}
        style={isOpen ? { maxBlockSize: LINES_OPEN * lineHeight } : undefined}
        onScroll={onScroll}
      >
        {/* One cell inside takes the focus at a time. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          ref={grid}
          role="grid"
          aria-label={`${title}: characters over bytes`}
          className={styles['grid']}
          style={
            isOpen
              ? { paddingBlock: `${drawn.first * lineHeight}px ${(lineCount - drawn.end) * lineHeight}px` }
              : undefined
          }
          onPointerOver={onPointerOver}
          onPointerLeave={() => hover(link, null)}
          onFocus={onFocus}
          onBlur={() => choose(link, null)}
          onKeyDown={onKeyDown}
        >
          {Array.from({ length: shownLines }, (_, i) => {
            const group = isOpen ? (shownFrom + i) * groups : first;
            const line = lineFrom(group, groups, sizes);
            return (
              <WeaveLineView
                key={group}
                segment={segment}
                line={line}
                lit={lit}
                active={activeIn(active, line.letters, line.bytes, i === 0)}
                asText={asText}
              />
            );
          })}
        </div>
      </div>
      <div className={styles['foot']}>
        <p className={styles['words']}>{lit ? litWords(lit) : restWords(segment)}</p>
        {hasMore && !isOpen && (
          <>
            <IconButton
              icon="previous"
              label={`${title}: earlier bytes`}
              size="s"
              tone="quiet"
              disabled={first === 0}
              onClick={() => setStart(Math.max(0, first - groups))}
            />
            <IconButton
              icon="next"
              label={`${title}: later bytes`}
              size="s"
              tone="quiet"
              disabled={first + groups >= total}
              onClick={() => setStart(Math.min(total - groups, first + groups))}
            />
          </>
        )}
        {hasMore && (
          <Button size="s" tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'One line' : `All ${numberText(sizes.bytes)} bytes`}
          </Button>
        )}
      </div>
    </div>
  );
}

function isShown({ start, end }: Range, first: number, groups: number): boolean {
  const from = first * GROUP_BYTES;
  const to = (first + groups) * GROUP_BYTES;
  return start >= from && (end <= to || start < to - GROUP_BYTES);
}

/** The Tab key must find one cell among those that are drawn. */
function activeIn(active: WeaveCell, letters: Range, bytes: Range, isFirstLine: boolean): WeaveCell {
  const range = active.row === 'letter' ? letters : bytes;
  if (active.index >= range.start && active.index < range.end) return active;
  return isFirstLine ? { row: active.row, index: range.start } : { row: active.row, index: -1 };
}

function cellOf(target: EventTarget): WeaveCell | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, index } = target.dataset;
  return row === 'letter' || row === 'byte' ? { row, index: Number(index) } : null;
}
