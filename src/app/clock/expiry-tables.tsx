import { type Column, COLUMNS, type Comparison } from '#core/align.ts';

import { SCHEME_TEXTS } from '#core/schemes.ts';
import { jsonEqual } from '#core/json.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { Button } from '#kit/button.tsx';
import { type ExpiryTable as Table, expiryTable, momentIntent, tableIntents } from '#lessons/expiry-tables.ts';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { type CheckedMoment, checkMoment } from '#projections/lifetimes/expiry-check.ts';
import { ExpiryTable, type ExpiryRow } from '#stage/lifetimes/expiry-table.tsx';
import { arriveAt } from '#timeline/fork-here.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { withStandIns } from '#timeline/stand-in.ts';
import { timeline } from '../timeline.ts';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { useNames } from '../workbench/use-names.ts';
import styles from './expiry-tables.module.css';

/** The expiry tables of both systems, and the runs that bear them out. */
export function ExpiryTables({ comparison }: { readonly comparison: Comparison }) {
  const { revise, seek } = useTimelineActions();
  const cursor = useTimeline((state) => state.cursor);
  const whyNot = useWhyNotHere();
  const names = useNames();
  const isRun = COLUMNS.every((column) => isTableRun(comparison, column));
  const run = (): void => {
    const standIns = { left: standIn(comparison, 'left'), right: standIn(comparison, 'right') };
    revise((state, lesson) => withStandIns(state, lesson, standIns));
    // All of it, so that every verdict is there.
    const { left, right } = standIns;
    const last = (left.intents.length > right.intents.length ? left : right).intents.at(-1);
    if (last) arriveAt(timeline, last.id);
  };
  return (
    <section aria-label="Expiry tables">
      <p className={styles['intro']}>
        {isRun ? (
          <span>
            These runs stand in the diagram. A time leads to its moment; “Undo” brings the lesson’s runs back.
          </span>
        ) : (
          <>
            <Button
              size="s"
              tone="action"
              aria-disabled={whyNot !== null}
              title={whyNot ?? 'Puts the runs of these tables in the place of the lesson’s; “Undo” brings those back'}
              onClick={() => whyNot === null && run()}
            >
              Run the tables
            </Button>
            <span>
              Log in, wait, ask, second by second as the tables have it: real requests in the place of the lesson’s.
            </span>
          </>
        )}
      </p>
      <div className={styles['tables']}>
        {COLUMNS.map((column) => {
          const table = tableOf(comparison, column);
          const moments = momentsOf(comparison, column, table);
          return (
            <ExpiryTable
              key={column}
              caption={names[column]}
              note={table.isSource ? 'as in the source' : 'after the source’s pattern, which has no table for it'}
              rows={table.moments.map(({ at, said, claims }, index): ExpiryRow => {
                const moment = moments[index];
                const next = moments[index + 1];
                const k = moment?.k ?? null;
                return {
                  time: elapsedText(at),
                  said,
                  did: isRun && moment ? didWords(moment, claims) : null,
                  isCurrent: isRun && k !== null && cursor >= k && (next?.k ?? Infinity) > cursor,
                  onGo: isRun && k !== null ? () => seek(k) : null,
                };
              })}
            />
          );
        })}
      </div>
    </section>
  );
}

function tableOf(comparison: Comparison, column: Column): Table {
  return expiryTable(comparison[column].spec.scheme);
}

function standIn(comparison: Comparison, column: Column) {
  const table = tableOf(comparison, column);
  const { name } = SCHEME_TEXTS[table.scheme];
  return {
    name: `${name} · expiry table`,
    settings: { ...DEFAULT_SETTINGS, ...table.settings },
    intents: tableIntents(table),
  };
}

function isTableRun(comparison: Comparison, column: Column): boolean {
  const { settings, intents } = comparison[column].spec;
  const wanted = standIn(comparison, column);
  return jsonEqual({ settings, intents }, { settings: wanted.settings, intents: wanted.intents });
}

function momentsOf(comparison: Comparison, column: Column, table: Table): readonly CheckedMoment[] {
  return table.moments.map(({ at, claims }, index) =>
    checkMoment(comparison, column, momentIntent(table, index), at, claims),
  );
}

const SHORT = { 'session-id': 'session', 'access-token': 'access token', 'refresh-token': 'refresh token' } as const;

/** `200 after a refresh; access token 1 over, access token 2 valid`. */
function didWords({ status, isRefreshed, holds }: CheckedMoment, claims: Table['moments'][number]['claims']) {
  const answer = status === null ? 'nothing asked' : `${status}${isRefreshed ? ' after a refresh' : ''}`;
  const isSeveral = claims.some(({ number }) => number > 1);
  const found = claims.map(({ form, number, is }, index) => {
    const stands = holds[index] ? is : is === 'over' ? 'valid' : 'over';
    return `${SHORT[form]}${isSeveral || number > 1 ? ` ${number}` : ''} ${stands}`;
  });
  return { text: `${answer}; ${found.join(', ')}`, agrees: !holds.includes(false) };
}
