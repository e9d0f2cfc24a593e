import type { DeviceId } from '#core/actors.ts';
import type { Recorder } from '#core/ports.ts';
import type { CarriedCredential, ChangeFact } from '#core/events.ts';
import { type JsonObject, jsonEqual } from '#core/json.ts';
import {
  type AreaContent,
  areaId,
  type AreaName,
  type WorldState,
} from '#core/state.ts';
import { cookieKey, EMPTY_JAR, type Jar } from './jar/cookie.ts';
import {
  entryKey,
  getItem,
  STORAGE_NAMES,
  type StorageArea,
  type StorageName,
  withItem,
} from './storage.ts';

/**
 * What somebody with the device in hand copied out of a browser: the
 * credentials themselves, by form.
 */
export type CopiedCredential = Readonly<
  Partial<Record<CredentialForm, string>>
>;

type CredentialForm = CarriedCredential['form'];

/**
 * Everything one browser remembers. Immutable: the world snapshots a device by
 * keeping the value.
 */
export interface Device {
  readonly id: DeviceId;
  readonly jar: Jar;
  readonly localStorage: StorageArea;
  readonly sessionStorage: StorageArea;
  /** Variables of the page's script: gone when the page is. */
  readonly memory: StorageArea;
  /** Pasted here from another device, null when nothing was. */
  readonly clipboard: CopiedCredential | null;
}

/**
 * Where the present value of a device is held. The world owns it, clients read
 * and replace it.
 */
export interface DeviceCell {
  get(): Device;
  set(next: Device): void;
}

export function newDevice(id: DeviceId): Device {
  return {
    id,
    jar: EMPTY_JAR,
    localStorage: {},
    sessionStorage: {},
    memory: {},
    clipboard: null,
  };
}

// region: device.paste
/**
 * `copy-credential`, the other end: whoever copied it now holds it on this
 * device.
 */
export function paste(
  cell: DeviceCell,
  copied: CopiedCredential,
  recorder: Recorder,
): void {
  const device = cell.get();
  cell.set({ ...device, clipboard: copied });
  for (const change of clipboardChanges(device, copied))
    recorder.note('act', 'device.paste', change);
}
// endregion

function clipboardChanges(
  { id, clipboard }: Device,
  copied: CopiedCredential,
): readonly ChangeFact[] {
  const area = { owner: id, name: 'clipboard' } as const;
  const keys = new Set(Object.keys({ ...clipboard, ...copied }));
  return [...keys]
    .map((key): ChangeFact => ({
      kind: 'change',
      area,
      key,
      before: clipboard?.[key as CredentialForm] ?? null,
      after: copied[key as CredentialForm] ?? null,
    }))
    .filter(({ before, after }) => before !== after);
}

/**
 * Sets an item, or removes it (null). Answers with the change to record, null
 * when the item already was so.
 */
export function changeItem(
  cell: DeviceCell,
  name: StorageName,
  origin: string,
  key: string,
  after: string | null,
): ChangeFact | null {
  const device = cell.get();
  const before = getItem(device[name], origin, key);
  if (before === after) return null;
  cell.set({ ...device, [name]: withItem(device[name], origin, key, after) });
  return {
    kind: 'change',
    area: { owner: device.id, name },
    key: entryKey(origin, key),
    before,
    after,
  };
}

/**
 * Replaces the jar. Answers with the changes to record, in the jar's order:
 * what was removed, then what was added or changed.
 */
export function changeJar(cell: DeviceCell, jar: Jar): readonly ChangeFact[] {
  const device = cell.get();
  if (jar === device.jar) return [];
  cell.set({ ...device, jar });
  const area = { owner: device.id, name: 'cookies' } as const;
  const before = cookieEntries(device.jar);
  const after = cookieEntries(jar);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .map((key): ChangeFact => ({
      kind: 'change',
      area,
      key,
      before: before.get(key) ?? null,
      after: after.get(key) ?? null,
    }))
    .filter((change) => !jsonEqual(change.before, change.after));
}

/**
 * What the device remembers, as a trace's initial state holds it. Empty areas
 * are left out.
 */
export function deviceState(device: Device): WorldState {
  const areas: [AreaName, AreaContent][] = [
    ['cookies', Object.fromEntries(cookieEntries(device.jar))],
    ...STORAGE_NAMES.map((name): [AreaName, AreaContent] => [
      name,
      storageContent(device[name]),
    ]),
    ['clipboard', { ...device.clipboard }],
  ];
  const filled = areas.filter(([, content]) => Object.keys(content).length > 0);
  return Object.fromEntries(
    filled.map(([name, content]) => [
      areaId({ owner: device.id, name }),
      content,
    ]),
  );
}

function cookieEntries(jar: Jar): ReadonlyMap<string, JsonObject> {
  return new Map(jar.map((cookie) => [cookieKey(cookie), { ...cookie }]));
}

function storageContent(area: StorageArea): AreaContent {
  return Object.fromEntries(
    Object.entries(area).flatMap(([origin, items]) =>
      Object.entries(items).map(([key, value]) => [
        entryKey(origin, key),
        value,
      ]),
    ),
  );
}
