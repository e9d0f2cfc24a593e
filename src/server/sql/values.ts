import type { SqlValue as EngineValue } from '@sqlite.org/sqlite-wasm';
import { toHex } from '#auth/hex.ts';
import type { SqlValue } from '#core/sql.ts';

/** What the engine hands out → what may be recorded. */
export function fromSql(value: EngineValue): SqlValue {
  if (value === null || typeof value === 'string') return value;
  // JSON knows neither of the infinities.
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return value instanceof ArrayBuffer
    ? toHex(new Uint8Array(value))
    : toHex(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}
