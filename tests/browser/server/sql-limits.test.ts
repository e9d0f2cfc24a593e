import { expect, test } from 'vitest';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { joined, MOST_JOINED } from '../../server/sql/joined.ts';

test('a page cancels the planning of a join where Node does', async () => {
  const database = await (await loadSqlite()).open(null);
  await expect(database.plan(joined(MOST_JOINED))).resolves.toHaveLength(MOST_JOINED);
  await expect(database.plan(joined(MOST_JOINED + 1))).rejects.toMatchObject({ code: 'too-much' });
  await database.close();
});
