import { expect, onTestFinished, test } from 'vitest';
import { SqlError, type LoadSqlEngine, type Moment } from '#server/sql/database.ts';
import { remoteEngine, type RemoteEngine } from '#server/sql/remote-engine.ts';
import { serveEngine } from '#server/sql/serve-engine.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { createDirectRunner } from '#world/run.ts';
import { specOf } from '../../world/specs.ts';

const MOMENT: Moment = { now: 1_772_442_000, entropy: new Uint8Array(16).fill(7) };
const JOHN = "INSERT INTO users VALUES (42, 'John Doe', 'john@example.com', 'admin', '00', '11', NULL)";

/** Both ends of a way between two threads, here on one: everything that crosses is copied all the same. */
function connect(load: LoadSqlEngine = loadSqlite): RemoteEngine {
  const { port1, port2 } = new MessageChannel();
  serveEngine(port2, load);
  const remote = remoteEngine(port1);
  port1.start();
  port2.start();
  onTestFinished(() => port1.close());
  return remote;
}

test('a world runs the same with the engine on another thread', async () => {
  const remote = connect();
  for (const scheme of ['sql-session', 'jwt'] as const) {
    const there = await createDirectRunner({ loadSql: () => remote.load() }).run(specOf(scheme));
    expect(there).toEqual(await createDirectRunner().run(specOf(scheme)));
  }
});

test('what a statement did comes back whole, and so does the log', async () => {
  const [here, there] = [await loadSqlite(), await connect().load()];
  expect(there.version).toBe(here.version);
  const databases = [await here.open(null), await there.open(null)] as const;
  const outcomes = await Promise.all(
    databases.map(async (database) => [
      await database.run(JOHN, [], MOMENT),
      await database.run('SELECT user_name, random(), CURRENT_TIMESTAMP FROM users WHERE id = ?', [42], MOMENT),
      await database.plan('SELECT * FROM users WHERE id = ?'),
      await database.log(),
      (await database.snapshot()).tables,
    ]),
  );
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test('a refusal is the same error with the same message', async () => {
  const database = await (await connect().load()).open(null);
  const runaway = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n';
  for (const [statement, code, message] of [
    ['SELEC', 'refused', 'near "SELEC": syntax error'],
    [runaway, 'too-much', 'interrupted: too many operations'],
    ['', 'not-one', 'no statement'],
  ] as const) {
    const error: unknown = await database.run(statement, [], MOMENT).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SqlError);
    expect(error).toMatchObject({ code, message });
  }
});

test('the snapshot stays the same value until a row changes, also after waking up from one', async () => {
  const engine = await connect().load();
  const database = await engine.open(null);
  const empty = await database.snapshot();
  expect(await database.snapshot()).toBe(empty);
  await database.run(JOHN, [], MOMENT);
  const filled = await database.snapshot();
  expect(filled).not.toBe(empty);
  const twin = await engine.open(filled);
  expect(await twin.snapshot()).toBe(filled);
  expect((await twin.run('SELECT id FROM users', [], MOMENT)).rows).toEqual([[42]]);
});

test('a closed database answers nothing more, and the others go on', async () => {
  const engine = await connect().load();
  const [first, second] = [await engine.open(null), await engine.open(null)];
  await first.close();
  await expect(first.plan('SELECT 1')).rejects.toThrow('closed');
  expect(await second.plan('SELECT 1')).toEqual(['SCAN CONSTANT ROW']);
});

test('an engine that cannot be loaded says why, and is asked for again', async () => {
  let attempts = 0;
  const remote = connect(() => {
    attempts += 1;
    return attempts === 1 ? Promise.reject(new TypeError('no such file')) : loadSqlite();
  });
  await expect(remote.load()).rejects.toThrow('no such file');
  expect((await remote.load()).version).toBe('3.54.1');
});

test('a thread that dies ends what was asked of it and what will be', async () => {
  const remote = connect(() => new Promise(() => undefined));
  const asked = remote.load();
  remote.fail(new Error('it died'));
  await expect(asked).rejects.toThrow('it died');
  await expect(remote.load()).rejects.toThrow('it died');
});
