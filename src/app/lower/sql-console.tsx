import { type KeyboardEvent, useId } from 'react';
import { useStore } from 'zustand/react';
import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { STATEMENT_LIMIT } from '#core/intents.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { Button } from '#kit/button.tsx';
import { Select } from '#kit/select.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { lastAtConsole } from '#projections/tables/console.ts';
import { Outcomes } from '#stage/tables/outcome.tsx';
import { useTimeline } from '#timeline/react.ts';
import { actHere } from '../workbench/act-here.ts';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { examplesFor } from './console-examples.ts';
import { consoleStore, recall, remember, typed } from './console-store.ts';
import { useNames } from '../workbench/use-names.ts';
import styles from './sql-console.module.css';

interface SqlConsoleProps {
  readonly comparison: Comparison;
  /** Which side it talks to. */
  readonly column: Column;
}

/** A text box for SQL: what is run there happens to the database at this step, past every server. */
export function SqlConsole({ comparison, column }: SqlConsoleProps) {
  const draft = useStore(consoleStore, (state) => state.draft);
  const cursor = useTimeline((state) => state.cursor);
  const whyNot = useWhyNotHere();
  const names = useNames();
  const id = useId();
  const examples = examplesFor(comparison[column].spec.scheme);
  const offered = COLUMNS.filter((one) => SCHEME_TEXTS[comparison[one].spec.scheme].sql);
  const cannot = whyNot ?? (draft.trim() === '' ? 'Type a statement first, or take an example.' : null);

  const run = (statement: string): void => {
    if (whyNot !== null || statement.trim() === '') return;
    remember(statement);
    actHere([column], { stem: 'sql', make: (intent) => ({ id: intent, kind: 'sql', statement }) });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { currentTarget: box, key } = event;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run(box.value);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isCaret = box.selectionStart === box.selectionEnd;
    const isOlder = key === 'ArrowUp' && isCaret && box.selectionStart === 0;
    const isNewer = key === 'ArrowDown' && isCaret && box.selectionStart === box.value.length;
    if ((isOlder || isNewer) && recall(isOlder ? 'older' : 'newer')) event.preventDefault();
  };

  return (
    <section aria-label="Console" className={styles['console']}>
      <div className={styles['tools']}>
        {offered.length > 1 && (
          <Select
            label="Database of"
            value={column}
            options={offered.map((value) => ({ value, label: names[value] }))}
            onChange={(value) => consoleStore.setState({ column: value })}
          />
        )}
        <Select
          label="Examples"
          value=""
          options={[
            { value: '', label: 'Examples …' },
            ...examples.map(({ label }, index) => ({ value: String(index), label })),
          ]}
          onChange={(value) => {
            const example = examples[Number(value)];
            if (value !== '' && example) typed(example.statement);
          }}
        />
      </div>
      <label htmlFor={id}>
        <VisuallyHidden>SQL</VisuallyHidden>
      </label>
      <textarea
        id={id}
        className={styles['box']}
        value={draft}
        rows={2}
        placeholder="SELECT … FROM users"
        maxLength={STATEMENT_LIMIT}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        aria-describedby={`${id}-keys`}
        onChange={(event) => typed(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {/* Drawn above the text and met after it. Never `disabled`: whoever has just pressed it keeps the focus on it. */}
      <Button
        size="s"
        tone="action"
        className={styles['run']}
        aria-disabled={cannot !== null}
        title={cannot ?? undefined}
        onClick={() => run(draft)}
      >
        Run
      </Button>
      <Outcomes statements={lastAtConsole(comparison, column, cursor)} />
      <p id={`${id}-keys`} className={styles['note']}>
        {whyNot ??
          'It happens at this step, or, in the middle of a request, right after that request; past every server: a fork that can be undone. It reads and writes rows; tables and engine settings stay as they are. Ctrl or ⌘ with Enter runs it; ↑ and ↓ at the ends bring back earlier ones.'}
      </p>
    </section>
  );
}
