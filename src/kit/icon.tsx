import styles from './icon.module.css';

/** Drawn on a 16 × 16 grid, one stroke weight. Filled shapes are closed paths listed under `FILLED`. */
const PATHS = {
  first: 'M4 3.5v9 M12.5 3.5 6.5 8l6 4.5Z',
  previous: 'M11.5 3.5 5 8l6.5 4.5Z',
  play: 'M5 3.5 12 8l-7 4.5Z',
  pause: 'M5.5 3.5v9 M10.5 3.5v9',
  next: 'M4.5 3.5 11 8l-6.5 4.5Z',
  last: 'M12 3.5v9 M3.5 3.5 9.5 8l-6 4.5Z',
  ticket: 'M1.5 4.5h13v2a1.5 1.5 0 0 0 0 3v2h-13v-2a1.5 1.5 0 0 0 0-3Z M6 5.2v1 M6 7.5v1 M6 9.8v1',
  pass: 'M1.5 4.5h13v7h-13Z M5.5 4.5v7 M10.5 4.5v7',
  key: 'M6.9 6.9a3 3 0 1 1-1.4-1.4 M6.4 6.4 13.5 13.5 M11 11l1.7-1.7 M5 5h.01',
  disk: 'M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2v8c0 1.1-2.5 2-5.5 2s-5.5-.9-5.5-2Z M2.5 4c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2 M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z M8 4.5V8l2.5 1.8',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M3.8 3.8l8.4 8.4 M12.2 3.8l-8.4 8.4',
  warning: 'M8 2 14.5 13.5h-13Z M8 6.2v3.4 M8 11.5h.01',
  words: 'M2.5 3.5h11 M2.5 6.5h11 M2.5 9.5h11 M2.5 12.5h6',
  contrast: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z M8 2v12 M8 5h3.5 M8 8h4 M8 11h3.5',
  copy: 'M5.5 5.5h8v8h-8Z M3.5 10.5h-1v-8h8v1',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9 M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.9-.9',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z M8 1.5v1.2 M8 13.3v1.2 M1.5 8h1.2 M13.3 8h1.2 M3.4 3.4l.9.9 M11.7 11.7l.9.9 M12.6 3.4l-.9.9 M4.3 11.7l-.9.9',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z',
  projector:
    'M1.5 5.5h13v6h-13Z M10.3 6.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Z M3.5 8.5h2.5 M4 11.5V13 M12 11.5V13',
  lock: 'M3.5 7.5h9v6h-9Z M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  person: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2Z M2.8 13.5c.6-2.6 2.6-4 5.2-4s4.6 1.4 5.2 4',
  setting:
    'M2 5h6.5 M11.5 5H14 M10 3.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z M2 11h2.5 M7.5 11H14 M6 9.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  tray: 'M2 9.5V13h12V9.5 M8 2v7 M5 6.3 8 9.3l3-3',
  bin: 'M3 4.5h10 M6.2 4.5V3h3.6v1.5 M4.2 4.5l.6 9h6.4l.6-9 M6.8 7v4 M9.2 7v4',
  arrow: 'M2.5 8h10.5 M9.5 4.5 13 8l-3.5 3.5',
  differs: 'M3 6h10 M3 10h10 M11 3 5 13',
  chevron: 'M6 3.5 10.5 8 6 12.5',
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS) as readonly IconName[];

const FILLED: ReadonlySet<IconName> = new Set(['first', 'previous', 'play', 'next', 'last']);

/** A drawing without a name of its own: the control or the words around it say what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill={FILLED.has(name) ? 'currentColor' : 'none'} />
    </svg>
  );
}

/** The same path for a drawing that is an SVG already. */
export function iconPath(name: IconName): string {
  return PATHS[name];
}
