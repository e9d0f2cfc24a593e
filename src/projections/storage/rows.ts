import { isJsonObject, type JsonValue } from '#core/json.ts';
import type { AreaName } from '#core/state.ts';
import { clockText } from '../clock.ts';
import { storedModel } from '../credential.ts';
import { entryName, numberMember, stringMember, textOf } from '../entries.ts';
import type { Entry } from '../fold.ts';
import type { StorageCell, StorageRow } from '../models.ts';
import { shortenValues, shortId } from '../wording/shorten.ts';

type Change = StorageRow['change'];

/**
 * One entry as a row of its panel.
 * @param now the Unix second: a cookie past its end is marked.
 * @param before the entry before this step, when this step changed it: fields that differ are marked.
 */
export function rowOf(
  area: AreaName,
  key: string,
  entry: Entry,
  now: number,
  change: Change = null,
  before: JsonValue | null = null,
): StorageRow {
  const cells = fieldsOf(area, key, entry.value, now);
  const old = change === 'changed' && before !== null ? fieldsOf(area, key, before, now) : null;
  return {
    key,
    cells: cells.map((full, index): StorageCell => ({
      text: shortText(area, index, full),
      full,
      changed: old !== null && old[index] !== full,
    })),
    change,
    event: entry.event,
    visibility: area === 'cookies' ? cookieVisibility(entry.value) : null,
    credential: credentialOf(area, key, entry.value),
  };
}

/** Files are shown as they are written; everywhere else ids and tokens are cut to what tells them apart. */
function shortText(area: AreaName, column: number, full: string): string {
  if (area === 'files' && column === 1) return full;
  return area === 'denylist' && column === 0 ? shortId(full) : shortenValues(full);
}

/** True when the row looks different at another time of day. */
export function dependsOnTime(area: AreaName): boolean {
  return area === 'cookies';
}

/** The texts of a row, in the order of the panel's columns. */
function fieldsOf(area: AreaName, key: string, value: JsonValue, now: number): readonly string[] {
  switch (area) {
    case 'cookies':
      return [entryName(area, key), stringMember(value, 'value') ?? '', cookieFlags(value, now)];
    case 'localStorage':
    case 'sessionStorage':
    case 'memory':
      return [key, plain(value)];
    case 'clipboard':
      return [entryName(area, key), plain(value)];
    case 'files':
      return [key, textOf(value) ?? '', timeText(numberMember(value, 'mtime'))];
    case 'users':
      return [key, stringMember(value, 'user_name') ?? '', stringMember(value, 'email') ?? '', roleText(value)];
    case 'sessions':
      return [
        key,
        stringMember(value, 'id_hash') ?? '',
        `user ${numberMember(value, 'user_id') ?? ''}`,
        stringMember(value, 'device') ?? '',
        `seen ${timeText(numberMember(value, 'last_seen'))}`,
        `until ${timeText(numberMember(value, 'expires'))}`,
      ];
    case 'families':
      return [
        key,
        said('user', numberMember(value, 'user_id')),
        stringMember(value, 'device') ?? '',
        `until ${timeText(numberMember(value, 'expires'))}`,
        since('revoked', numberMember(value, 'revoked')),
      ];
    case 'refresh_tokens':
      return [
        key,
        stringMember(value, 'token_hash') ?? '',
        said('family', numberMember(value, 'family_id')),
        said('from', numberMember(value, 'parent_id')),
        since('issued', numberMember(value, 'issued')),
        since('used', numberMember(value, 'used')) || 'not used',
      ];
    case 'denylist':
      return [stringMember(value, 'jti') ?? key, timeText(numberMember(value, 'until'))];
    case 'cutoffs':
      return [key, timeText(numberMember(value, 'before'))];
    case 'throttle':
      return [key, failuresText(value)];
    case 'secrets':
      return [key, `•••• ${secretBits(value)} bit`];
  }
}

/** A cookie's attributes as `Set-Cookie` names them, then when it ends. */
function cookieFlags(value: JsonValue, now: number): string {
  const flags: string[] = [];
  if (isJsonObject(value)) {
    if (value['httpOnly'] === true) flags.push('HttpOnly');
    if (value['secure'] === true) flags.push('Secure');
    const sameSite = stringMember(value, 'sameSite');
    if (sameSite !== null) flags.push(sameSite === 'Default' ? 'Lax by default' : sameSite);
  }
  const expires = numberMember(value, 'expires');
  if (expires !== null) flags.push(expires <= now ? 'expired' : `until ${clockText(expires)}`);
  return flags.join(' ');
}

function cookieVisibility(value: JsonValue): string {
  const isHidden = isJsonObject(value) && value['httpOnly'] === true;
  return isHidden ? 'hidden from scripts' : 'scripts can read it';
}

/** What a browser keeps can be a credential, and a session file is the other end of one. A secret is none. */
function credentialOf(area: AreaName, key: string, value: JsonValue): StorageRow['credential'] {
  switch (area) {
    case 'files':
      return storedModel('session id', key.replace(/^sess_/, ''));
    case 'cookies':
    case 'localStorage':
    case 'sessionStorage':
    case 'memory':
    case 'clipboard': {
      const text = textOf(value);
      return text === null ? null : storedModel(entryName(area, key), text);
    }
    default:
      return null;
  }
}

function roleText(user: JsonValue): string {
  const role = stringMember(user, 'role') ?? '';
  return numberMember(user, 'disabled') === null ? role : `${role}, disabled`;
}

/** `family 1`; nothing where there is none. */
function said(word: string, number: number | null): string {
  return number === null ? '' : `${word} ${number}`;
}

/** `used 09:15:00`; nothing before it happened. */
function since(word: string, unix: number | null): string {
  return unix === null ? '' : `${word} ${timeText(unix)}`;
}

function timeText(unix: number | null): string {
  return unix === null ? '' : clockText(unix);
}

function failuresText(value: JsonValue): string {
  const failures = isJsonObject(value) ? value['failures'] : null;
  return Array.isArray(failures) ? String(failures.length) : '0';
}

/** The panel shows how long a secret is, never what it is. Secrets are kept in hex. */
function secretBits(value: JsonValue): number {
  return typeof value === 'string' ? value.length * 4 : 0;
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
