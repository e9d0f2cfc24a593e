import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useTextScale } from '#kit/text-scale.ts';
import type { JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { NameFamily } from './explain-member.ts';
import { choose, hover, type Lit, litNodes, useLink, useLitIn } from './link.ts';
import { memberAt, memberCount, nodeOfRow, rowOfNode } from './members.ts';
import { MemberRow } from './member-row.tsx';
import { useWindow } from './use-window.ts';
import styles from './member-list.module.css';

export interface MemberListProps {
  readonly segment: Segment;
  readonly json: JsonTree;
  /** What the part is called: `Payload`. */
  readonly title: string;
  readonly family: NameFamily;
  /** One line for each member, however few there are. */
  readonly isBrief: boolean;
}

/** Longer lists have rows of one fixed height, and only those in view are drawn. */
const LONG = 60;
/** CSS pixels at a root font of 16 px. */
const DENSE_ROW = 34;

/**
 * The members of a JSON text as they are written: in their order, twice where they are there twice. Pointing at one lights it
 * everywhere; the arrow keys walk them.
 */
export function MemberList({ segment, json, title, family, isBrief }: MemberListProps) {
  const link = useLink();
  const lit = useLitIn(segment);
  const scale = useTextScale();
  const count = memberCount(json);
  const isDense = isBrief || count > LONG;
  const rowHeight = DENSE_ROW * scale;
  const { attach, onScroll, reveal, ...drawn } = useWindow(count, rowHeight);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  const nodes = lit === null ? [] : litNodes(lit);
  const followed = lit !== null && lit.from !== 'member' ? (nodes[0] ?? -1) : -1;
  // Only when another member is lit, not when the window moves.
  const show = useEffectEvent((node: number) => {
    if (isDense) reveal(rowOfNode(json, node));
  });
  useEffect(() => {
    if (followed >= 0) show(followed);
  }, [followed]);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    list.current?.querySelector<HTMLElement>(`[data-node="${nodeOfRow(json, active)}"]`)?.focus();
  });

  const litMember = (node: number): Lit => ({ segment, bytes: json.memberRange(node), node, from: 'member' });
  const onPointerOver = ({ target }: PointerEvent): void => {
    const node = nodeOf(target);
    if (node !== null) hover(link, litMember(node));
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const node = nodeOf(target);
    if (node === null) return;
    setActive(rowOfNode(json, node));
    choose(link, litMember(node));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = nextRow(event.key, active, count);
    if (row === null) return;
    event.preventDefault();
    moved.current = true;
    setActive(row);
    if (isDense) reveal(row);
  };

  const first = isDense ? drawn.first : 0;
  const end = isDense ? drawn.end : count;
  const tabStop = active >= first && active < end ? active : first;
  return (
    <div ref={attach} className={styles['scroll']} data-dense={isDense || undefined} onScroll={onScroll}>
      {/* One row inside takes the focus at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={list}
        role="treegrid"
        aria-label={`${title}: members`}
        aria-rowcount={count}
        className={styles['list']}
        style={isDense ? { paddingBlock: `${first * rowHeight}px ${(count - end) * rowHeight}px` } : undefined}
        onPointerOver={onPointerOver}
        onPointerLeave={() => hover(link, null)}
        onFocus={onFocus}
        onBlur={() => choose(link, null)}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: end - first }, (_, i) => {
          const member = memberAt(json, first + i);
          return (
            <MemberRow
              key={member.node}
              json={json}
              member={member}
              family={family}
              isLit={nodes.includes(member.node)}
              isActive={first + i === tabStop}
              isDense={isDense}
            />
          );
        })}
      </div>
    </div>
  );
}

function nodeOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
  return row ? Number(row.dataset['node']) : null;
}

const PAGE = 10;

function nextRow(key: string, row: number, count: number): number | null {
  const to = (next: number): number => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case 'ArrowDown':
      return to(row + 1);
    case 'ArrowUp':
      return to(row - 1);
    case 'PageDown':
      return to(row + PAGE);
    case 'PageUp':
      return to(row - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
