import { serveEngine } from '#server/sql/serve-engine.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';

/** SQLite off the page's own thread: a statement that takes long holds up no frame. */
serveEngine(globalThis, loadSqlite);
