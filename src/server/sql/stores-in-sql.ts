import type { Cutoffs, Denylist, SqlTables } from '#auth/stores.ts';
import type { AccessContext } from '../stores/access.ts';
import type { Users } from '../stores/users-table.ts';
import { cutoffsInSql } from './cutoffs-in-sql.ts';
import type { Database } from './database.ts';
import { denylistInSql } from './denylist-in-sql.ts';
import { sqlTables } from './query.ts';
import { usersInSql } from './users-in-sql.ts';

/** Stores of a server without SQL that are tables where it has one, and the tables themselves. */
interface TableStores {
  readonly sql: SqlTables;
  readonly denylist: Denylist;
  readonly cutoffs: Cutoffs;
  readonly users: Users;
}

/** What one phase of a request keeps in the database. */
export type StoresInSql = (context: AccessContext) => TableStores;

/** Import this module lazily, like the engine: a page whose schemes need no tables loads none of it. */
export function storesInSql(database: Database): StoresInSql {
  return (context) => {
    const sql = sqlTables(context, database);
    return {
      sql,
      denylist: denylistInSql(sql, context.clock),
      cutoffs: cutoffsInSql(sql, context.clock),
      users: usersInSql(sql, context.clock),
    };
  };
}
