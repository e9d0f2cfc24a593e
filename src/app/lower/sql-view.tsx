import { useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { familyTrees } from '#projections/tables/families.ts';
import { readSchema, type SchemaTable } from '#projections/tables/sql-schema.ts';
import { sqlTables, statementsAt } from '#projections/tables/sql-tables.ts';
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

/** The tables of one side at this step, what ran on them, and the console. */
export function SqlView({ comparison }: { readonly comparison: Comparison }) {
  const chosen = useStore(consoleStore, (state) => state.column);
  const column = sideWithTables(comparison, chosen);
  return column && <DatabaseOf comparison={comparison} column={column} />;
}

function DatabaseOf({ comparison, column }: { readonly comparison: Comparison; readonly column: Column }) {
  const cursor = useTimeline((state) => state.cursor);
  const part = useRef<HTMLElement>(null);
  const hasFamilies = comparison[column].spec.scheme === 'hybrid';
  const tables = sqlTables(comparison, column, cursor, hasFamilies ? FAMILY_TABLES : SESSION_TABLES);
  const statements = statementsAt(comparison, column, cursor);
  const onExplain = (event: EventId): void => explain(event, column);

  useEffect(() => {
    const hasChange = tables.some(({ rows }) => rows.some(({ change }) => change !== null));
    if (part.current && hasChange) showChange(part.current);
  }, [tables]);

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
          <SqlRun key={event} sql={sql} rows={rows} refused={sql.refused ?? null} />
        ))}
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={part} aria-label="Tables" className={styles['part']} tabIndex={0}>
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

/** Pixels left between a changed row and the edge of its part. */
const ROOM = 28;

/** Where the tables have less room than they need, what this step changed comes into view, and nothing else moves. */
function showChange(part: HTMLElement): void {
  const changed = part.querySelector('[data-change]');
  if (!changed || part.scrollHeight <= part.clientHeight) return;
  const box = part.getBoundingClientRect();
  const { top, bottom } = changed.getBoundingClientRect();
  const over = Math.min(0, top - ROOM - box.top) || Math.max(0, bottom + ROOM - box.bottom);
  if (over !== 0) part.scrollBy({ top: over, behavior: 'instant' });
}
