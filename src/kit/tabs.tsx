import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface TabsProps<Id extends string> {
  /** What the tabs choose between: `Details of this step`. */
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/**
 * Tabs after the ARIA pattern: arrows, Home and End move and select at once; one tab stop for the list. Written here because a
 * library's cost 14 kB of a first load of 110.
 */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = items.find(({ id }) => id === selected)?.panel;

  const onKeyDown = (event: KeyboardEvent) => {
    const from = items.findIndex(({ id }) => id === selected);
    const to = nextIndex(event.key, from, items.length);
    const item = to === null ? undefined : items[to];
    if (!item || to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(item.id);
    const tab = list.current?.children[to];
    if (tab instanceof HTMLElement) tab.focus();
  };

  return (
    <div className={styles['tabs']}>
      {/* The tabs inside take the focus, one at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={list} role="tablist" aria-label={label} className={styles['list']} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${base}-tab-${item.id}`}
            aria-selected={item.id === selected}
            aria-controls={`${base}-panel`}
            tabIndex={item.id === selected ? 0 : -1}
            className={styles['tab']}
            onClick={() => onSelect(item.id)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div
        id={`${base}-panel`}
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`${base}-tab-${selected}`}
        className={styles['panel']}
      >
        {panel}
      </div>
    </div>
  );
}

function nextIndex(key: string, from: number, length: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % length;
    case 'ArrowLeft':
      return (from + length - 1) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
