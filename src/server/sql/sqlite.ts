import init, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { SqlEngine } from './database.ts';
import { openConnection } from './connection.ts';
import { createWorldTime } from './world-time.ts';
import { inUniversalTime } from './world-zone.ts';

/** Ways to keep databases in a browser: ours live in memory alone, and some of these complain where they find no worker. */
const NO_STORAGE = {
  kvvfs: true,
  opfs: true,
  'opfs-vfs': true,
  'opfs-sahpool': true,
  'opfs-wl': true,
};

let loaded: Promise<SqlEngine> | null = null;

/** SQLite, compiled to WebAssembly: the same file in a page and in Node. Import this module lazily: it is large. */
export function loadSqlite(): Promise<SqlEngine> {
  loaded ??= start().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function start(): Promise<SqlEngine> {
  // The only way that its loader takes options; it removes the name once it has read it.
  Object.assign(globalThis, {
    // What goes wrong is thrown; it need not stand on the console as well.
    sqlite3ApiConfig: { disable: { vfs: NO_STORAGE }, warn: () => {} },
  });
  let loadedWasm: Sqlite3Static['wasm'] | null = null;
  const sqlite: Sqlite3Static = await inUniversalTime(
    () => init(),
    (at, values) => {
      for (const [index, value] of values.entries())
        loadedWasm?.poke32(at + 4 * index, value);
    },
  );
  loadedWasm = sqlite.wasm;
  const time = createWorldTime(sqlite);
  return {
    version: sqlite.version.libVersion,
    open: async (from) => openConnection(sqlite, time, from),
  };
}
