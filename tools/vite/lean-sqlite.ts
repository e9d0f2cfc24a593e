import type { Plugin } from 'vite';

/** Each of these makes the build ship a file that nothing here loads: databases live in memory, on the thread that opened them. */
const UNUSED = [
  `new Worker(new URL("sqlite3-worker1.mjs", import.meta.url), { type: "module" })`,
  `new URL("sqlite3-opfs-async-proxy.js", import.meta.url)`,
];

/** Leaves out of SQLite's package the workers for storage in the browser: 250 kB that an offline copy would keep. */
export function leanSqlite(): Plugin {
  return {
    name: 'claimcheck:lean-sqlite',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] } }),
    transform: {
      filter: { id: /@sqlite\.org\/sqlite-wasm\/dist\/index\.mjs$/ },
      handler(code) {
        for (const part of UNUSED) if (!code.includes(part)) this.error(`not in SQLite’s package any more: ${part}`);
        const lean = UNUSED.reduce((text, part) => text.replace(part, 'null'), code);
        return { code: lean, map: null };
      },
    },
  };
}
