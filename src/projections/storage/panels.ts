import { type ActorId, DEVICE_NAMES, DEVICES, isDevice } from '#core/actors.ts';
import { oncePer } from '#core/once.ts';
import { outlineOf } from '#core/outline.ts';
import { SCHEME_TEXTS, type SchemeId } from '#core/schemes.ts';
import { type Area, type AreaId, areaId, type AreaName, areaOf } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';
import { actingDevices } from '../diagram/lanes.ts';
import type { StoragePanel } from '../models.ts';

/** What does not depend on the cursor: a panel without its rows. */
export type PanelFrame = Omit<StoragePanel, 'rows'>;

interface AreaText {
  readonly title: string;
  readonly columns: readonly string[];
  readonly visibility: string | null;
  readonly emptyText: string;
}

const AREA_TEXTS: Readonly<Record<AreaName, AreaText>> = {
  cookies: {
    title: 'Cookie jar',
    columns: ['Name', 'Value', 'Flags'],
    visibility: 'sent by the browser itself; scripts cannot read HttpOnly cookies',
    emptyText: 'no cookie',
  },
  localStorage: {
    title: 'localStorage',
    columns: ['Key', 'Value'],
    visibility: 'every script on this page can read it',
    emptyText: 'empty',
  },
  sessionStorage: {
    title: 'sessionStorage',
    columns: ['Key', 'Value'],
    visibility: 'every script on this page can read it',
    emptyText: 'empty',
  },
  memory: {
    title: 'Script memory',
    columns: ['Variable', 'Value'],
    visibility: 'gone when the page is closed or reloaded',
    emptyText: 'empty',
  },
  clipboard: {
    title: 'Copied credential',
    columns: ['Form', 'Value'],
    visibility: 'in the hands of whoever copied it',
    emptyText: 'nothing copied',
  },
  files: { title: 'Session files', columns: ['File', 'Content', 'Last used'], visibility: null, emptyText: 'no file' },
  users: {
    title: 'Table users',
    columns: ['id', 'Name', 'E-mail', 'Role'],
    visibility: null,
    emptyText: 'no user',
  },
  sessions: {
    title: 'Table sessions',
    columns: ['id', 'id_hash', 'User', 'Device', 'Last seen', 'Expires'],
    visibility: 'the SHA-256 of each id, never the id itself',
    emptyText: 'no row',
  },
  families: {
    title: 'Table families',
    columns: ['id', 'User', 'Device', 'Until', 'Revoked'],
    visibility: null,
    emptyText: 'no login',
  },
  refresh_tokens: {
    title: 'Table refresh_tokens',
    columns: ['id', 'Hash', 'Family', 'From', 'Issued', 'Used'],
    visibility: null,
    emptyText: 'no refresh token',
  },
  denylist: { title: 'Table denylist', columns: ['jti', 'Until'], visibility: null, emptyText: 'no token revoked' },
  cutoffs: { title: 'Table cut-offs', columns: ['User', 'Before'], visibility: null, emptyText: 'no cut-off' },
  throttle: {
    title: 'Table failed logins',
    columns: ['E-mail', 'Failures'],
    visibility: null,
    emptyText: 'no failed login',
  },
  secrets: { title: 'Memory', columns: ['Name', 'Value'], visibility: null, emptyText: 'empty' },
};

/** The panels of one run, the same for every cursor: browsers first, as the lifelines stand. */
export const panelFrames = oncePer((trace: Trace): readonly PanelFrame[] => {
  const shown = shownAreas(trace);
  const { areas } = outlineOf(trace);
  const staysEmpty = (area: Area): boolean =>
    area.name !== 'secrets' && !areas.has(areaId(area)) && Object.keys(trace.initial[areaId(area)] ?? {}).length === 0;
  return [...shown]
    .map(areaOf)
    .toSorted(byPlace)
    .map((area) => ({ ...frameOf(area), staysEmpty: staysEmpty(area) }));
});

/** Where each scheme keeps a login: with the client, and at the server, if it does. */
const HOMES: Readonly<Record<SchemeId, { readonly inJar: boolean; readonly server: AreaId | null }>> = {
  'php-session': { inJar: true, server: 'app-1/files' },
  'sql-session': { inJar: false, server: 'database/sessions' },
  jwt: { inJar: false, server: null },
  hybrid: { inJar: false, server: 'database/refresh_tokens' },
};

/** Areas that hold something at any time, and the first browser's and the server's own, whose emptiness is the point. */
function shownAreas(trace: Trace): ReadonlySet<AreaId> {
  const { initial, spec } = trace;
  const areas = new Set<AreaId>();
  const isTicket = SCHEME_TEXTS[spec.scheme].credential === 'ticket';
  const home = HOMES[spec.scheme];
  const inJar = home.inJar || (isTicket && spec.settings.transport === 'cookie');
  for (const owner of actingDevices(trace)) {
    areas.add(areaId({ owner, name: inJar ? 'cookies' : spec.settings.clientStorage }));
  }
  if (home.server) areas.add(home.server);
  if (spec.settings.denylist && !isTicket) areas.add('database/denylist');
  if (spec.settings.cutOff && !isTicket) areas.add('database/cutoffs');
  for (const [id, content] of Object.entries(initial)) {
    if (isTold(areaOf(id as AreaId).name, isTicket) && Object.keys(content ?? {}).length > 0) areas.add(id as AreaId);
  }
  for (const id of outlineOf(trace).areas) areas.add(id);
  return areas;
}

/** Tables that are the same all along say nothing, and a secret only where it signs. */
function isTold(name: AreaName, isTicket: boolean): boolean {
  if (name === 'secrets') return !isTicket;
  return name !== 'users' && name !== 'throttle';
}

const ORDER: readonly AreaName[] = [
  'cookies',
  'localStorage',
  'sessionStorage',
  'memory',
  'clipboard',
  'files',
  'secrets',
  'sessions',
  'families',
  'refresh_tokens',
  'denylist',
  'cutoffs',
  'throttle',
  'users',
];

/** Browsers first, as the lifelines stand. */
export function byPlace(a: Area, b: Area): number {
  return ownerRank(a.owner) - ownerRank(b.owner) || ORDER.indexOf(a.name) - ORDER.indexOf(b.name);
}

function ownerRank(owner: ActorId): number {
  const device = (DEVICES as readonly string[]).indexOf(owner);
  if (device >= 0) return device;
  return DEVICES.length + (owner === 'database' ? 1 : 0);
}

export function frameOf(area: Area): PanelFrame {
  const { owner } = area;
  return {
    area,
    ...AREA_TEXTS[area.name],
    ownerName: isDevice(owner) ? DEVICE_NAMES[owner] : owner === 'database' ? 'Database' : 'Server',
    place: isDevice(owner) ? 'browser' : 'server',
  };
}
