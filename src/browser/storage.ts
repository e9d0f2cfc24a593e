import { APP_ORIGIN } from '#core/wire.ts';

/**
 * The places a script can keep text in: both Web Storage areas, and its own
 * variables.
 */
export type StorageName = 'localStorage' | 'sessionStorage' | 'memory';

export const STORAGE_NAMES: readonly StorageName[] = [
  'localStorage',
  'sessionStorage',
  'memory',
];

/**
 * Items by origin, then by key: an origin never sees another's (HTML, "Web
 * storage"). Immutable.
 */
export type StorageArea = Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

/** The item, or null where there is none, as `getItem` answers. */
export function getItem(
  area: StorageArea,
  origin: string,
  key: string,
): string | null {
  return area[origin]?.[key] ?? null;
}

/** The area with that item set; null removes it. */
export function withItem(
  area: StorageArea,
  origin: string,
  key: string,
  value: string | null,
): StorageArea {
  const { [key]: _, ...others } = area[origin] ?? {};
  return {
    ...area,
    [origin]: value === null ? others : { ...area[origin], [key]: value },
  };
}

/**
 * The key under which traces and panels hold an item: bare for the app's own
 * origin, else `https://evil.example access_token`.
 */
export function entryKey(origin: string, key: string): string {
  return origin === APP_ORIGIN ? key : `${origin} ${key}`;
}
