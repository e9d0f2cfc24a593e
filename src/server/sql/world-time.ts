import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** The clock of every database of the engine: it stands where it was set last. */
export interface WorldTime {
  /** @param now Unix seconds. */
  set(now: number): void;
}

/** 1 January 1970 as a Julian day, in milliseconds: how SQLite counts. */
const UNIX_EPOCH = 210_866_760_000_000n;

/**
 * Puts the world's clock in the place of the computer's: all functions of SQL that know the time (`'now'`,
 * `CURRENT_TIMESTAMP`, `unixepoch()`) ask the default file system for it (`sqlite3_vfs.xCurrentTimeInt64`).
 */
export function createWorldTime({ capi, wasm }: Sqlite3Static): WorldTime {
  let milliseconds = 0n;
  const files = new capi.sqlite3_vfs(capi.sqlite3_vfs_find(null));
  files.installMethod('xCurrentTimeInt64', (_files: number, out: number) => {
    wasm.poke64(out, UNIX_EPOCH + milliseconds);
    return capi.SQLITE_OK;
  });
  return {
    set(now) {
      milliseconds = BigInt(now) * 1_000n;
    },
  };
}
