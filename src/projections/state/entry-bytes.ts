import { byteLength } from '#core/http.ts';
import { isJsonObject, type JsonValue } from '#core/json.ts';
import type { AreaName } from '#core/state.ts';
import { entryName, textOf } from '../entries.ts';

/**
 * Bytes of one remembered entry, counted from its recorded value, text as UTF-8. What a browser, a disk or an engine spends on top
 * (attributes, encodings, indexes, pages) is not counted: it differs between products, and this does not. `HOW_COUNTED` says it in words.
 */
export function entryBytes(area: AreaName, key: string, value: JsonValue): number {
  switch (area) {
    case 'cookies':
    case 'localStorage':
    case 'sessionStorage':
    case 'memory':
    case 'files':
      return byteLength(entryName(area, key)) + byteLength(textOf(value) ?? '');
    case 'clipboard':
      return byteLength(textOf(value) ?? '');
    case 'cutoffs':
    case 'throttle':
      // Their rows are kept under the first column.
      return byteLength(key) + columnBytes(value);
    case 'users':
    case 'sessions':
    case 'families':
    case 'refresh_tokens':
    case 'denylist':
      return columnBytes(value);
    case 'secrets':
      // Kept in hex: two digits are a byte.
      return (textOf(value) ?? '').length / 2;
  }
}

/** Every value of a row as text: a number by its decimal digits, NULL as nothing. */
function columnBytes(value: JsonValue): number {
  if (value === null) return 0;
  if (typeof value !== 'object') return byteLength(String(value));
  const parts: readonly JsonValue[] = isJsonObject(value) ? Object.values(value) : value;
  return parts.reduce<number>((sum, part) => sum + columnBytes(part), 0);
}

const PAIRS = 'the UTF-8 bytes of names and values';
const ROWS = 'the UTF-8 bytes of all columns, numbers as digits';

/** What the figure of a place is made of. */
export const HOW_COUNTED: Readonly<Record<AreaName, string>> = {
  cookies: `${PAIRS}, without attributes`,
  localStorage: PAIRS,
  sessionStorage: PAIRS,
  memory: PAIRS,
  clipboard: 'the UTF-8 bytes of what was copied',
  files: 'the UTF-8 bytes of file names and contents',
  users: ROWS,
  sessions: ROWS,
  families: ROWS,
  refresh_tokens: ROWS,
  denylist: ROWS,
  cutoffs: ROWS,
  throttle: ROWS,
  secrets: 'the bytes of the keys',
};
