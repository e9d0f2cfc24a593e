import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowObjects, SqlError, type Database, type Moment } from '#server/sql/database.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { joined, MOST_JOINED } from './joined.ts';

const MOMENT: Moment = { now: 1_772_442_000, entropy: Uint8Array.from({ length: 16 }, (_, at) => at + 1) };
const JOHN = [42, 'John Doe', 'john@example.com', 'admin', '00', '11', null];
const JOHNS_ROW = {
  id: 42,
  user_name: 'John Doe',
  email: 'john@example.com',
  role: 'admin',
  salt: '00',
  hash: '11',
  disabled: null,
};
const INSERT_USER = 'INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)';

async function opened(): Promise<Database> {
  const database = await (await loadSqlite()).open(null);
  await database.run(INSERT_USER, JOHN, MOMENT);
  return database;
}

async function refusal(asked: Promise<unknown>): Promise<SqlError> {
  const error: unknown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SqlError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

async function oneValue(database: Database, statement: string, moment = MOMENT): Promise<unknown> {
  return (await database.run(statement, [], moment)).rows[0]?.[0];
}

const TOO_MANY = 'interrupted: too many operations';

test('a statement is logged by the engine with its values in their places and the rows that it gave out', async () => {
  const database = await opened();
  const ran = await database.run('SELECT user_name, role FROM users WHERE id = ?', [42], MOMENT);
  expect(rowObjects(ran)).toEqual([{ user_name: 'John Doe', role: 'admin' }]);
  expect(ran.logged).toEqual({
    statement: 'SELECT user_name, role FROM users WHERE id = ?',
    expanded: 'SELECT user_name, role FROM users WHERE id = 42',
    rows: 1,
  });
  expect((await database.log()).map(({ rows }) => rows)).toEqual([1, 1]);
});

test('a statement that writes is logged with the rows that it touched, found or not', async () => {
  const database = await opened();
  await database.run(INSERT_USER, [7, 'Mei', 'mei@example.com', 'member', '00', '11'], MOMENT);
  const renamed = await database.run("UPDATE users SET user_name = user_name || '!'", [], MOMENT);
  expect(renamed.logged.rows).toBe(2);
  const nobody = await database.run('DELETE FROM users WHERE id = ?', [1], MOMENT);
  expect(nobody.logged.rows).toBe(0);
  expect(nobody.changes).toEqual([]);
});

test('a value is never read as SQL', async () => {
  const database = await opened();
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      const clean = text.replaceAll('\0', '');
      const ran = await database.run('SELECT ? AS echo, (SELECT count(*) FROM users) AS users', [clean], MOMENT);
      expect(rowObjects(ran)).toEqual([{ echo: clean, users: 1 }]);
    }),
    { numRuns: 200 },
  );
  expect((await database.run('SELECT id FROM users WHERE email = ?', ["' OR '1'='1"], MOMENT)).rows).toEqual([]);
});

test('every row that changes is seen before and after, by whatever statement', async () => {
  const database = await opened();
  const row = JOHNS_ROW;
  const demoted = await database.run("UPDATE users SET role = 'member'", [], MOMENT);
  expect(demoted.changes).toEqual([{ table: 'users', key: '42', before: row, after: { ...row, role: 'member' } }]);
  const replaced = await database.run('REPLACE INTO users VALUES (?, ?, ?, ?, ?, ?, ?)', JOHN, MOMENT);
  expect(replaced.changes.at(-1)?.after).toEqual(row);
  const emptied = await database.run('DELETE FROM users', [], MOMENT);
  expect(emptied.changes).toEqual([{ table: 'users', key: '42', before: row, after: null }]);
});

test('a key of two columns is told with both', async () => {
  const database = await opened();
  const { changes } = await database.run('INSERT INTO denylist VALUES (?, ?, ?)', ['us', 'j1', 9], MOMENT);
  expect(changes).toEqual([
    { table: 'denylist', key: 'us j1', before: null, after: { iss: 'us', jti: 'j1', until: 9 } },
  ]);
});

test('a statement that fails half-way changes nothing and tells of no change', async () => {
  const database = await opened();
  await database.run(INSERT_USER, [7, 'Mei', 'mei@example.com', 'member', '00', '11'], MOMENT);
  const error = await refusal(database.run("UPDATE users SET email = 'same@example.com'", [], MOMENT));
  expect(error).toMatchObject({ code: 'refused', message: 'UNIQUE constraint failed: users.email' });
  const after = await database.run('SELECT email FROM users ORDER BY id', [], MOMENT);
  expect(after.rows).toEqual([['mei@example.com'], ['john@example.com']]);
  expect(after.changes).toEqual([]);
});

test.each([
  [
    'UNIQUE constraint failed: users.email',
    "INSERT OR FAIL INTO users SELECT column1, 'a', column2, 'member', '', '', NULL FROM (VALUES (1, 'new@example.com'), (2, 'john@example.com'))",
  ],
  [
    'UNIQUE constraint failed: users.email',
    "INSERT OR ROLLBACK INTO users SELECT column1, 'a', column2, 'member', '', '', NULL FROM (VALUES (1, 'new@example.com'), (2, 'john@example.com'))",
  ],
  [
    TOO_MANY,
    `WITH RECURSIVE n(x) AS (SELECT 100 UNION ALL SELECT x + 1 FROM n LIMIT 2000)
   INSERT INTO users SELECT x, x, x, 'member', '', '', NULL FROM n RETURNING (SELECT group_concat(a.id + b.id) FROM users a, users b)`,
  ],
])('a statement that fails is undone whole, whatever it says about conflicts (%s): %s', async (message, statement) => {
  const database = await opened();
  const before = await database.snapshot();
  expect(await refusal(database.run(statement, [], MOMENT))).toMatchObject({ message });
  expect(await oneValue(database, 'SELECT count(*) FROM users')).toBe(1);
  expect(await database.snapshot()).toBe(before);
  expect((await database.run("UPDATE users SET role = 'member'", [], MOMENT)).changes).toHaveLength(1);
  expect((await database.snapshot()).tables['users']).toEqual({ 42: { ...JOHNS_ROW, role: 'member' } });
});

test('after a statement that was cancelled the database can be kept', async () => {
  const database = await opened();
  await refusal(
    database.run('WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT count(*) FROM n', [], MOMENT),
  );
  expect((await database.snapshot()).tables['users']).toEqual({ 42: JOHNS_ROW });
});

test.each([
  ['SELEC 1', 'near "SELEC": syntax error'],
  ['SELECT coat FROM users', 'no such column: coat'],
  ['SELECT * FROM nowhere', 'no such table: nowhere'],
  [
    "INSERT INTO users VALUES (1, 'a', 'b', 'king', '', '', NULL)",
    "CHECK constraint failed: role IN ('admin', 'member')",
  ],
  ['SELECT "coat" FROM users', 'no such column: "coat"'],
])('a mistake gets the message of the engine: %s', async (statement, message) => {
  const error = await refusal((await opened()).run(statement, [], MOMENT));
  expect(error.code).toBe('refused');
  expect(error.message).toContain(message);
});

test.each([
  "ATTACH 'other.db' AS other",
  'PRAGMA writable_schema = on',
  'DROP TABLE users',
  'CREATE TABLE more (x)',
  'BEGIN',
  'VACUUM',
  'SELECT * FROM pragma_function_list',
])('only rows are read and written: %s', async (statement) => {
  expect(await refusal((await opened()).run(statement, [], MOMENT))).toMatchObject({ code: 'refused' });
});

test.each([
  [TOO_MANY, 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n'],
  ['more than 10000 rows', 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n'],
  [
    TOO_MANY,
    "WITH RECURSIVE n(x) AS (SELECT 100 UNION ALL SELECT x + 1 FROM n) INSERT INTO users SELECT x, x, x, 'member', '', '', NULL FROM n",
  ],
  [
    TOO_MANY,
    "WITH n(x) AS (VALUES ('a'), ('b'), ('c'), ('d'), ('e'), ('f'), ('g'), ('h')) SELECT count(*) FROM n, n, n, n, n, n, n, n",
  ],
])('what does not end is cancelled (%s), and the next statement runs: %s', async (message, statement) => {
  const database = await opened();
  const error = await refusal(database.run(statement, [], MOMENT));
  expect(error).toMatchObject({ code: 'too-much', message });
  const rows = await database.run('SELECT count(*) FROM users', [], MOMENT);
  expect(rows.rows).toEqual([[1]]);
  expect(rows.changes).toEqual([]);
});

test('a runaway is cancelled after the same number of operations each time', async () => {
  const database = await opened();
  const count = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT ?) SELECT count(*) FROM n';
  await expect(database.run(count, [50_000], MOMENT)).resolves.toMatchObject({ rows: [[50_000]] });
  const error = await refusal(database.run(count, [5_000_000], MOMENT));
  expect(error).toMatchObject({ code: 'too-much', message: TOO_MANY });
});

test.each([MOST_JOINED + 1, 20, 60])(
  'a join of %i tables is cancelled while it is compiled, and the next statement runs',
  async (tables) => {
    const database = await opened();
    const tooMuch = { code: 'too-much', message: TOO_MANY };
    expect(await refusal(database.run(joined(tables), [], MOMENT))).toMatchObject(tooMuch);
    expect(await refusal(database.plan(joined(tables)))).toMatchObject(tooMuch);
    await expect(database.plan(joined(MOST_JOINED))).resolves.toHaveLength(MOST_JOINED);
    expect(await oneValue(database, 'SELECT count(*) FROM users')).toBe(1);
  },
);

test('a text too long to keep is refused', async () => {
  const error = await refusal((await opened()).run('SELECT hex(randomblob(900000))', [], MOMENT));
  expect(error).toMatchObject({ code: 'refused', message: 'string or blob too big' });
});

test.each(['SELECT 1; SELECT 2', "SELECT 1; DELETE FROM users -- '", '', ' -- nothing', ';'])(
  'one statement at a time: %j',
  async (statement) => {
    const database = await opened();
    expect(await refusal(database.run(statement, [], MOMENT))).toMatchObject({ code: 'not-one' });
    expect(await oneValue(database, 'SELECT count(*) FROM users')).toBe(1);
  },
);

test('a comment and a semicolon after a statement do no harm', async () => {
  expect(await oneValue(await opened(), 'SELECT 7; -- that is all')).toBe(7);
});

test('the time inside SQL is the world’s, however it is asked for', async () => {
  const database = await opened();
  const statement =
    "SELECT CURRENT_TIMESTAMP, datetime('now'), unixepoch(), unixepoch('now'), strftime('%s', 'now'), CURRENT_DATE, time('now', '+1 hour')";
  expect((await database.run(statement, [], MOMENT)).rows).toEqual([
    [
      '2026-03-02 09:00:00',
      '2026-03-02 09:00:00',
      1_772_442_000,
      1_772_442_000,
      '1772442000',
      '2026-03-02',
      '10:00:00',
    ],
  ]);
  expect(await oneValue(database, 'SELECT unixepoch()', { ...MOMENT, now: 5 })).toBe(5);
});

test('chance inside SQL is the world’s: the same entropy gives the same numbers, other entropy others', async () => {
  const statement = 'SELECT hex(randomblob(8)), random(), random()';
  const draw = async (entropy: Uint8Array) => (await (await opened()).run(statement, [], { ...MOMENT, entropy })).rows;
  const first = await draw(MOMENT.entropy);
  expect(await draw(MOMENT.entropy)).toEqual(first);
  expect(await draw(new Uint8Array(16))).not.toEqual(first);
  expect(new Set(first[0]).size).toBe(3);
});

test('the log keeps the latest thousand statements', async () => {
  const database = await opened();
  for (let count = 0; count < 1_002; count += 1) await database.run(`SELECT ${count}`, [], MOMENT);
  const log = await database.log();
  expect(log.map(({ statement }) => statement)).toEqual(log.map((_, at) => `SELECT ${at + 2}`));
  expect(log).toHaveLength(1_000);
});

test('the plan of a statement is told without running or logging it', async () => {
  const database = await opened();
  const before = await database.log();
  expect(await database.plan('SELECT * FROM users WHERE email = ?')).toEqual([
    'SEARCH users USING INDEX sqlite_autoindex_users_1 (email=?)',
  ]);
  expect(await database.plan('DELETE FROM users')).toEqual(['SCAN users']);
  expect(await oneValue(database, 'SELECT count(*) FROM users')).toBe(1);
  expect(await database.log()).toHaveLength(before.length + 1);
});

test('a snapshot is the whole database, and two that come of it go separate ways', async () => {
  const database = await opened();
  const snapshot = await database.snapshot();
  const engine = await loadSqlite();
  const [left, right] = [await engine.open(snapshot), await engine.open(snapshot)];
  expect(snapshot.tables['users']).toEqual({ 42: JOHNS_ROW });
  await left.run('DELETE FROM users', [], MOMENT);
  expect(await oneValue(left, 'SELECT count(*) FROM users')).toBe(0);
  expect(await oneValue(right, 'SELECT count(*) FROM users')).toBe(1);
  expect(await oneValue(database, 'SELECT count(*) FROM users')).toBe(1);
  await Promise.all([left.close(), right.close(), database.close()]);
});

test('the snapshot stays the same until a row changes', async () => {
  const database = await opened();
  const snapshot = await database.snapshot();
  const copy = structuredClone(snapshot);
  await database.run('SELECT * FROM users', [], MOMENT);
  expect(await database.snapshot()).toBe(snapshot);
  await database.run("UPDATE users SET role = 'member'", [], MOMENT);
  expect(await database.snapshot()).not.toBe(snapshot);
  expect(snapshot).toEqual(copy);
});

test('a fork counts on where it was: the number of a deleted row is not given out again', async () => {
  const engine = await loadSqlite();
  const session = 'INSERT INTO sessions VALUES (NULL, ?, 42, ?, 0, 0, 9)';
  const database = await opened();
  await database.run(session, ['a', 'x'], MOMENT);
  await database.run('DELETE FROM sessions', [], MOMENT);
  const fork = await engine.open(await database.snapshot());
  const { changes } = await fork.run(session, ['b', 'x'], MOMENT);
  expect(changes.map(({ key }) => key)).toEqual(['2']);
});

test('numbers that JSON cannot hold and bytes come out as text', async () => {
  const ran = await (await opened()).run("SELECT 9007199254740993, x'00ff', 9e999, NULL, 1.5", [], MOMENT);
  expect(ran.rows).toEqual([['9007199254740993', '00ff', 'Infinity', null, 1.5]]);
});

test('the engine is loaded once, whoever asks', async () => {
  expect(await loadSqlite()).toBe(await loadSqlite());
  expect((await loadSqlite()).version).toBe('3.54.1');
});
