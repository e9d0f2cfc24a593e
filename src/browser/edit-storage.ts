import type { EditableArea } from '#core/intents.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import type { OpenExchange } from './client.ts';
import { changeItem, changeJar, type DeviceCell } from './device.ts';
import { action, verdict } from './facts.ts';
import { type Cookie, cookieKey, type Jar } from './jar/cookie.ts';
import { bis, refuse } from './jar/ruling.ts';

/** What a person changes in the browser's own tools. Null removes it. */
export interface StorageEdit {
  readonly area: EditableArea;
  /** A cookie's `domain;path;name`, or its name alone; the key of an item. */
  readonly key: string;
  readonly value: string | null;
}

/**
 * Changes an entry by hand. `HttpOnly` keeps scripts away and no person; what
 * no header can hold, no browser's tool takes either.
 */
export function editStorage(
  cell: DeviceCell,
  { area, key, value }: StorageEdit,
  now: number,
  { recorder }: OpenExchange,
): void {
  // region: edit-storage
  const fact = action('edit-storage', area === 'cookies' ? nameIn(key) : key);
  recorder.note('act', 'edit-storage', fact);
  const phase = value === null ? 'drop' : 'keep';
  if (area === 'cookies') {
    if (value !== null && !isCookie(nameIn(key), value)) {
      const ruling = refuse('cookie-control-character', bis('5.6'));
      const refusal = verdict('cookie-stored', nameIn(key), ruling);
      recorder.note(phase, 'edit-storage', refusal);
      return;
    }
    const jar = editedJar(cell.get().jar, key, value, now);
    for (const change of changeJar(cell, jar))
      recorder.note(phase, 'edit-storage', change);
    return;
  }
  const change = changeItem(cell, area, APP_ORIGIN, key, value);
  if (change) recorder.note(phase, 'edit-storage', change);
  // endregion
}

function editedJar(
  jar: Jar,
  key: string,
  value: string | null,
  now: number,
): Jar {
  const index = jar.findIndex(
    (cookie) => cookieKey(cookie) === key || cookie.name === key,
  );
  const old = jar[index];
  if (!old) return value === null ? jar : [...jar, newCookie(key, value, now)];
  return value === null
    ? jar.toSpliced(index, 1)
    : jar.with(index, { ...old, value });
}

/** As such tools make it: for this host alone, and until the browser is closed. */
function newCookie(key: string, value: string, now: number): Cookie {
  return {
    name: nameIn(key),
    value,
    domain: new URL(APP_ORIGIN).host,
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: false,
    sameSite: 'Default',
    expires: null,
    created: now,
  };
}

function nameIn(key: string): string {
  return key.split(';').at(-1) ?? key;
}

/** Printable ASCII without what ends a value or a name. */
function isCookie(name: string, value: string): boolean {
  return (
    /^[!-:<>-~]+$/.test(name) &&
    /^[ -:<-~]*$/.test(value) &&
    value.trim() === value
  );
}
