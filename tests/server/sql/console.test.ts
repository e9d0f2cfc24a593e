import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { SqlValue } from '#core/sql.ts';
import type { Database, Moment, ScriptStep } from '#server/sql/database.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { joined } from './joined.ts';

const MOMENT: Moment = { now: 1_772_442_000, entropy: Uint8Array.from({ length: 16 }, (_, at) => at + 1) };
const ROW = { id: 1, id_hash: 'h', user_id: 42, device: 'laptop', created: 1, last_seen: 2, expires: 3 };
const RUNAWAY = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)';

async function opened(): Promise<Database> {
  const database = await (await loadSqlite()).open(null);
  const user =
    "INSERT INTO users (id, user_name, email, role, salt, hash) VALUES (42, 'John', 'j@x', 'admin', '00', '11')";
  await database.run(user, [], MOMENT);
  await database.run("INSERT INTO sessions VALUES (NULL, 'h', 42, 'laptop', 1, 2, 3)", [], MOMENT);
  return database;
}

async function typed(text: string, database?: Database): Promise<readonly ScriptStep[]> {
  return (database ?? (await opened())).script(text, MOMENT);
}

/** What the only statement gave out. */
async function found(text: string, database?: Database): Promise<readonly (readonly SqlValue[])[]> {
  const [only, ...more] = await typed(text, database);
  expect(more).toEqual([]);
  expect(only?.outcome.problem).toBeNull();
  return only?.outcome.found ?? [];
}

async function problemOf(text: string, database?: Database): Promise<string> {
  const last = (await typed(text, database)).findLast(({ outcome }) => outcome.problem !== null);
  const { code, message } = last?.outcome.problem ?? { code: 'none', message: '' };
  return `${code}: ${message}`;
}

test('statements run one after the other, each told with its plan, its rows and what it changed', async () => {
  const steps = await typed(
    "SELECT id, device FROM sessions; -- then\nDELETE FROM sessions WHERE user_id = 42; SELECT ';'",
  );
  expect(steps).toEqual([
    {
      statement: 'SELECT id, device FROM sessions',
      plan: ['SCAN sessions'],
      outcome: { columns: ['id', 'device'], found: [[1, 'laptop']], rows: 1, problem: null, byConsole: false },
      changes: [],
    },
    {
      statement: 'DELETE FROM sessions WHERE user_id = 42',
      plan: ['SEARCH sessions USING INDEX sessions_of_user (user_id=?)'],
      outcome: { columns: [], found: [], rows: 1, problem: null, byConsole: false },
      changes: [{ table: 'sessions', key: '1', before: ROW, after: null }],
    },
    {
      statement: "SELECT ';'",
      plan: ['SCAN CONSTANT ROW'],
      outcome: { columns: ["';'"], found: [[';']], rows: 1, problem: null, byConsole: false },
      changes: [],
    },
  ]);
});

test('nothing after a mistake runs, and the mistake has the message of the engine', async () => {
  const database = await opened();
  const steps = await typed("SELECT 'a;b'; SELEC 'c;d'; DELETE FROM sessions", database);
  expect(steps.map(({ statement, outcome }) => [statement, outcome.problem])).toEqual([
    ["SELECT 'a;b'", null],
    ["SELEC 'c;d'", { code: 'refused', message: 'near "SELEC": syntax error' }],
  ]);
  expect(await found('SELECT count(*) FROM sessions', database)).toEqual([[1]]);
});

test.each(['', '  ', ';', '-- nothing', '/* nothing'])('an empty text is told as such: %j', async (text) => {
  expect(await problemOf(text)).toBe('refused: no statement');
});

test.each([
  ['SELECT * FROM nowhere', 'no such table: nowhere'],
  ["UPDATE sessions SET expires = 'soon'", 'cannot store TEXT value in INTEGER column sessions.expires'],
  ["UPDATE users SET role = 'king'", "CHECK constraint failed: role IN ('admin', 'member')"],
  ["UPDATE users SET salt = 'no hex'", "CHECK constraint failed: length(salt) % 2 = 0 AND salt NOT GLOB '*[^0-9a-f]*'"],
  ['COMMIT', 'cannot commit - no transaction is active'],
  ['DROP TABLE users', 'not authorized'],
  ['CREATE TABLE more (x)', 'not authorized'],
  ['CREATE TEMP TABLE more (x)', 'not authorized'],
  ['CREATE TRIGGER again AFTER UPDATE ON users BEGIN UPDATE users SET id = id + 1; END', 'not authorized'],
  ['ALTER TABLE users ADD COLUMN more', 'not authorized'],
  ["ATTACH 'other.db' AS other", 'not authorized'],
  ['PRAGMA writable_schema = on', 'not authorized'],
  ['PRAGMA max_page_count = 9', 'not authorized'],
  ["INSERT INTO sqlite_schema VALUES ('table', 'a', 'a', 0, '')", 'table sqlite_master may not be modified'],
  ['DELETE FROM sqlite_dbpage', 'not authorized'],
  ['SELECT * FROM sqlite_stmt', 'access to sqlite_stmt.sql is prohibited'],
  ["SELECT load_extension('more')", 'no such function: load_extension'],
  ['SELECT total_changes()', 'not authorized to use function: total_changes'],
  ['SELECT zeroblob(1000000)', 'string or blob too big'],
])('%s: %s', async (text, message) => {
  const database = await opened();
  const before = await database.snapshot();
  expect(await problemOf(text, database)).toBe(`refused: ${message}`);
  expect((await database.snapshot()).tables).toEqual(before.tables);
});

test.each([
  `${RUNAWAY} SELECT count(*) FROM n`,
  `${RUNAWAY} INSERT INTO sessions SELECT NULL, x, 42, 'x', 1, 2, 3 FROM n`,
  `${RUNAWAY}, t(s) AS (SELECT hex(zeroblob(450)) FROM n) SELECT sum(length(replace(s, '0', '1'))) FROM t`,
  `BEGIN; ${RUNAWAY} UPDATE users SET user_name = (SELECT count(*) FROM n); COMMIT`,
  'SELECT count(*) FROM json_each(json_array(1,2,3,4,5,6,7,8,9)) a, '.concat(
    Array.from({ length: 9 }, (_, at) => `json_each(json_array(1,2,3,4,5,6,7,8,9)) b${at}`).join(', '),
  ),
])('what does not end is cancelled and nothing of it stays: %s', async (text) => {
  const database = await opened();
  const before = await database.snapshot();
  expect(await problemOf(text, database)).toBe('too-much: interrupted: too many operations');
  expect((await database.snapshot()).tables).toEqual(before.tables);
  expect(await found('SELECT 1', database)).toEqual([[1]]);
});

const LONG = "printf('%.3900c', 'a') || (x % 2)";

test.each([
  `sum(instr(${LONG}, printf('%.1900c', 'a') || 'b'))`,
  `sum((${LONG}) LIKE '%${'a'.repeat(190)}b')`,
  `sum((${LONG}) GLOB '*${'[a-b]'.repeat(38)}c')`,
  `sum(length(replace(${LONG}, printf('%.1900c', 'a') || 'b', '')))`,
  `sum(instr(printf('%.900c', 'a') || (x % 2), printf('%.450c', 'a') || 'b'))`,
  `sum(printf('%.900c', 'a') || (x % 2) LIKE '%${'a'.repeat(190)}b')`,
  `sum(length(hex(randomblob(450))))`,
  `sum(json_array_length('[' || printf('%.900c', '1') || ']'))`,
])('what takes long in a single operation is refused or cancelled in time as well: %s', async (expression) => {
  const began = performance.now();
  expect(await problemOf(`${RUNAWAY} SELECT ${expression} FROM n`)).toMatch(
    /^too-much: interrupted|string or blob too big$/,
  );
  expect(performance.now() - began).toBeLessThan(3_000);
});

test.each([
  '; DELETE FROM sessions',
  ' ;; DELETE FROM sessions ;;',
  '/* out with them */ DELETE FROM sessions',
  '/* out */ ; -- with\n ; DELETE FROM sessions; /* them',
  '\ufeffDELETE FROM sessions',
])('semicolons, comments and marks in front of a statement change nothing: %j', async (text) => {
  const steps = await typed(text);
  expect(steps.map(({ statement, outcome }) => [statement, outcome.problem])).toEqual([['DELETE FROM sessions', null]]);
});

test('an answer without end is cut off', async () => {
  expect(await problemOf(`${RUNAWAY} SELECT x FROM n`)).toBe('too-much: more than 10000 rows');
});

test('a script is cancelled after the same operations each time, however it is cut into statements', async () => {
  const many = Array.from(
    { length: 30 },
    () => `${RUNAWAY.replace('FROM n', 'FROM n LIMIT 3000')} SELECT count(*) FROM n`,
  );
  const [one, other] = [await typed(many.join(';')), await typed(many.join(';'))];
  expect(one).toEqual(other);
  expect(one.at(-1)?.outcome.problem?.code).toBe('too-much');
  expect(one.length).toBeGreaterThan(2);
});

test('a join that is compiled at the console takes from the same operations', async () => {
  expect(await problemOf(joined(5))).toBe('none: ');
  expect(await problemOf(Array.from({ length: 8 }, () => joined(5)).join(';'))).toBe(
    'too-much: interrupted: too many operations',
  );
});

test('many rows are counted, and the first fifty told; long texts are cut', async () => {
  const [step] = await typed(`${RUNAWAY.replace('FROM n', 'FROM n LIMIT 900')} SELECT x FROM n`);
  expect(step?.outcome.rows).toBe(900);
  expect(step?.outcome.found).toEqual(Array.from({ length: 50 }, (_, at) => [at + 1]));
  const [[text] = []] = await found('SELECT hex(zeroblob(500))');
  expect(text).toBe(`${'0'.repeat(300)}… (1000 characters)`);
});

test('what a transaction did is undone by its rollback, row by row', async () => {
  const steps = await typed("BEGIN; DELETE FROM sessions; UPDATE users SET role = 'member'; ROLLBACK");
  expect(steps.map(({ statement, changes }) => [statement, changes.map(({ table }) => table)])).toEqual([
    ['BEGIN', []],
    ['DELETE FROM sessions', ['sessions']],
    ["UPDATE users SET role = 'member'", ['users']],
    ['ROLLBACK', ['users', 'sessions']],
  ]);
  expect(steps.at(-1)?.changes.at(-1)).toEqual({ table: 'sessions', key: '1', before: null, after: ROW });
});

test('a transaction that is committed stays', async () => {
  const database = await opened();
  await typed('BEGIN; DELETE FROM sessions; COMMIT', database);
  expect(await found('SELECT count(*) FROM sessions', database)).toEqual([[0]]);
});

test.each(['BEGIN; DELETE FROM sessions', 'SAVEPOINT a; DELETE FROM sessions', 'BEGIN; DELETE FROM sessions; SELEC'])(
  'a transaction left open is rolled back, and said to be: %s',
  async (text) => {
    const database = await opened();
    const last = (await typed(text, database)).at(-1);
    expect(last).toMatchObject({ statement: 'ROLLBACK', outcome: { byConsole: true, problem: null } });
    expect(last?.changes).toEqual([{ table: 'sessions', key: '1', before: null, after: ROW }]);
    expect(await found('SELECT count(*) FROM sessions', database)).toEqual([[1]]);
    await database.run('DELETE FROM sessions', [], MOMENT);
  },
);

test('how a table is made and how a statement is carried out may be asked', async () => {
  const columns = await found('PRAGMA table_info(denylist)');
  expect(columns.map(([, name]) => name)).toEqual(['iss', 'jti', 'until']);
  expect((await found('EXPLAIN QUERY PLAN SELECT * FROM users WHERE id = 1')).join()).toContain('SEARCH users');
});

test('time and chance are the world’s', async () => {
  const text = "SELECT random(), hex(randomblob(4)), datetime('now'), unixepoch(), CURRENT_TIMESTAMP";
  const [first, second] = [await found(text), await found(text)];
  expect(second).toEqual(first);
  expect(first[0]?.slice(2)).toEqual(['2026-03-02 09:00:00', 1_772_442_000, '2026-03-02 09:00:00']);
});

test('local time is UTC, wherever the computer stands', async () => {
  const elsewhere = vi.spyOn(Date.prototype, 'getHours').mockReturnValue(23);
  const text = "SELECT datetime('now', 'localtime'), datetime('now', 'utc'), strftime('%j %w', 'now', 'localtime')";
  const rows = await found(text).finally(() => elsewhere.mockRestore());
  expect(rows).toEqual([['2026-03-02 09:00:00', '2026-03-02 09:00:00', '061 1']]);
});

test('what the engine remembers of earlier statements is the same in a fork', async () => {
  const engine = await loadSqlite();
  const database = await opened();
  await typed("INSERT INTO sessions VALUES (NULL, 'i', 42, 'phone', 1, 2, 3)", database);
  const fork = await engine.open(await database.snapshot());
  const text = 'SELECT changes(), last_insert_rowid(); DELETE FROM sessions; SELECT changes(), last_insert_rowid()';
  expect(await typed(text, database)).toEqual(await typed(text, fork));
});

test('a change that no hook sees is in the next snapshot all the same', async () => {
  const engine = await loadSqlite();
  const database = await opened();
  await database.snapshot();
  await typed('UPDATE sqlite_sequence SET seq = 6', database);
  const fork = await engine.open(await database.snapshot());
  const inserted = await typed("INSERT INTO sessions VALUES (NULL, 'i', 42, 'phone', 1, 2, 3)", fork);
  expect(inserted[0]?.changes.map(({ key }) => key)).toEqual(['7']);
});

test('the limits of the console hold for the console alone', async () => {
  const database = await opened();
  await typed('SELECT 1', database);
  const ran = await database.run('SELECT length(hex(zeroblob(100000)))', [], MOMENT);
  expect(ran.rows).toEqual([[200_000]]);
  await expect(database.run('BEGIN', [], MOMENT)).rejects.toThrow('not authorized');
});

const PIECES = 'SELECT|DELETE FROM|UPDATE|sessions|users|SET|id|=|1|\'|"|;|--|/*|\n|*|FROM|(|)|?|é|\0|'
  .concat('BEGIN|COMMIT|ROLLBACK|SAVEPOINT s|RELEASE s|ROLLBACK TO s|DELETE FROM sessions|')
  .concat("UPDATE users SET role = 'member'|REPLACE INTO denylist VALUES (1, 2, 3)")
  .split('|');

test('whatever is typed, it ends in outcomes, and the tables are as they are told to be', async () => {
  const pieces = fc.constantFrom(...PIECES);
  const texts = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((all) => all.join(' '));
  const engine = await loadSqlite();
  const start = await (await opened()).snapshot();
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const database = await engine.open(start);
      const folded = structuredClone(start.tables) as Record<string, Record<string, unknown>>;
      for (const { changes } of await typed(text, database)) {
        for (const { table, key, after } of changes) {
          if (after === null) delete folded[table]?.[key];
          else (folded[table] ??= {})[key] = after;
        }
      }
      const { tables } = await database.snapshot();
      expect(folded).toEqual(tables);
      await database.close();
    }),
    { numRuns: 300 },
  );
});
