import { useStore } from 'zustand/react';
import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { familyTrees } from '#projections/families.ts';
import { readSchema, type SchemaTable } from '#projections/sql-schema.ts';
import { sqlTables, statementsAt } from '#projections/sql-tables.ts';
import { SCHEMA } from '#server/sql/schema.ts';
import { FamilyTrees } from '#stage/tables/family-tree.tsx';
import { LiveTables } from '#stage/tables/live-tables.tsx';
import { useTimeline } from '#timeline/react.ts';
import { explain } from '../app-store.ts';
import { SqlRun } from '../inspector/sql-run.tsx';
import { consoleStore } from './console-store.ts';
import { SqlConsole } from './sql-console.tsx';
import styles from './sql-view.module.css';

/** The tables that really are in the engine, read once from the text that makes them: the login's first, what only the other scheme uses not at all. */
const TABLES = new Map(readSchema(SCHEMA).map((table) => [table.name, table]));
const SESSION_TABLES = tablesOf('sessions', 'users');
const FAMILY_TABLES = tablesOf('families', 'refresh_tokens', 'users', 'denylist', 'cutoffs');

function tablesOf(...names: readonly string[]): readonly SchemaTable[] {
  return names.flatMap((name) => TABLES.get(name) ?? []);
}

/** One side's database at this step: the console, what ran, and every table. */
export function SqlView({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const chosen = useStore(consoleStore, (state) => state.column);
  const column = sideWithTables(comparison, chosen);
  if (!column) return null;
  const statements = statementsAt(comparison, column, cursor);
  const hasFamilies = comparison[column].spec.scheme === 'hybrid';
  const tables = sqlTables(comparison, column, cursor, hasFamilies ? FAMILY_TABLES : SESSION_TABLES);
  const onExplain = (event: EventId): void => explain(event, column);
  return (
    <section aria-label="SQL" className={styles['view']}>
      {/* They scroll, so the keyboard must reach them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label="Console and statements" className={styles['part']} tabIndex={0}>
        <SqlConsole comparison={comparison} column={column} />
        <h3 className={styles['title']}>
          {statements.length === 0 ? 'No server ran a statement at this step' : 'Run by the server at this step'}
        </h3>
        {statements.map(({ event, sql, rows }) => (
          <SqlRun key={event} sql={sql} rows={rows} />
        ))}
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label="Tables" className={styles['part']} tabIndex={0}>
        {hasFamilies && <FamilyTrees families={familyTrees(comparison, column, cursor)} onExplain={onExplain} />}
        <LiveTables tables={tables} onExplain={onExplain} />
      </section>
    </section>
  );
}

/** The side that was chosen, or the one that has tables. */
function sideWithTables(comparison: Comparison, chosen: Column): Column | null {
  const has = (column: Column): boolean => SCHEME_TEXTS[comparison[column].spec.scheme].sql;
  return has(chosen) ? chosen : (COLUMNS.find(has) ?? null);
}
