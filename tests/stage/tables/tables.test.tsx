import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { EventId } from '#core/events.ts';
import type { FamilyTree, TokenNode } from '#projections/tables/families.ts';
import type { ConsoleStatement, SqlTableView } from '#projections/tables/sql-models.ts';
import { FamilyTrees } from '#stage/tables/family-tree.tsx';
import { LiveTables } from '#stage/tables/live-tables.tsx';
import { Outcomes } from '#stage/tables/outcome.tsx';

const HASH = 'ab'.repeat(32);
const cell = (text: string, more = {}) => ({ text, full: text, reading: null, isNull: false, changed: false, ...more });

const SESSIONS: SqlTableView = {
  name: 'sessions',
  columns: [
    { name: 'id', type: 'INTEGER', key: true },
    { name: 'id_hash', type: 'TEXT', key: false },
    { name: 'expires', type: 'INTEGER', key: false },
  ],
  rows: [
    {
      key: '1',
      change: 'removed',
      event: 'e7',
      cells: [cell('1'), cell('ababab…', { full: HASH }), cell('1772485200', { reading: '21:00:00' })],
    },
    { key: '2', change: null, event: null, cells: [cell('2'), cell('NULL', { isNull: true }), cell('5')] },
  ],
};

describe('a live table', () => {
  it('says its name, its columns with their types, how many rows, and which this step changed', () => {
    render(<LiveTables tables={[SESSIONS]} onExplain={() => undefined} />);
    const table = screen.getByRole('table', { name: /sessions 2 rows, 1 changed here/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Change', 'id integer', 'id_hash text', 'expires integer']);
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('removed: ');
    expect(first?.textContent).toContain('1772485200 21:00:00');
    expect(second?.textContent).toContain('NULL');
  });

  it('opens what it shortened, and explains the row', async () => {
    const onExplain = vi.fn<(event: EventId) => void>();
    render(<LiveTables tables={[SESSIONS]} onExplain={onExplain} />);
    expect(screen.getByRole('button', { name: 'ababab… id_hash of row 1: show the whole value' })).toBeTruthy();
    expect(screen.getByText(HASH)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '1' }));
    expect(onExplain).toHaveBeenCalledWith('e7');
  });

  it('says that it is empty', () => {
    render(<LiveTables tables={[{ ...SESSIONS, rows: [] }]} onExplain={() => undefined} />);
    expect(screen.getByText('no row')).toBeTruthy();
  });
});

const token = (id: string, more: Partial<TokenNode> = {}): TokenNode => ({
  id,
  hash: HASH,
  shortHash: 'ababab…',
  issued: '09:00:00',
  used: null,
  standing: 'current',
  graceUntil: null,
  change: null,
  event: `e${Number(id)}`,
  children: [],
  ...more,
});

const FAMILY: FamilyTree = {
  id: '1',
  userId: '42',
  device: 'laptop',
  started: '09:00:00',
  until: '+7 d 09:00:00',
  standing: 'alive',
  revoked: null,
  change: null,
  event: 'e1',
  tokens: [
    token('1', {
      standing: 'grace',
      used: '09:10:00',
      graceUntil: '09:11:00',
      children: [token('2', { standing: 'used', used: '09:20:00', children: [token('4')] }), token('3')],
    }),
  ],
};

describe('the tree of a family', () => {
  it('is a list inside a list for each generation, every token with its standing in words', () => {
    render(<FamilyTrees families={[FAMILY]} onExplain={() => undefined} />);
    const family = screen.getAllByRole('listitem')[0];
    expect(family?.textContent).toContain('Family 1laptop, user 42until +7 d 09:00:00');
    expect(screen.getAllByRole('list')).toHaveLength(4);
    expect(screen.getByText('used 09:10:00, taken again until 09:11:00')).toBeTruthy();
    expect(screen.getByText('used 09:20:00')).toBeTruthy();
    expect(screen.getAllByText('current: good once')).toHaveLength(2);
  });

  it('says when the family was revoked, and explains a token', async () => {
    const onExplain = vi.fn<(event: EventId) => void>();
    const revoked = {
      ...FAMILY,
      standing: 'revoked',
      revoked: '09:30:00',
      tokens: [token('1', { standing: 'revoked' })],
    } as const;
    render(<FamilyTrees families={[revoked]} onExplain={onExplain} />);
    expect(screen.getByText('revoked 09:30:00')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /revoked, never used/ }));
    expect(onExplain).toHaveBeenCalledWith('e1');
  });

  it('says that nobody has logged in', () => {
    render(<FamilyTrees families={[]} onExplain={() => undefined} />);
    expect(screen.getByText('no login yet')).toBeTruthy();
  });
});

const statement = (outcome: Partial<ConsoleStatement['outcome']>): ConsoleStatement => ({
  event: 'e9',
  sql: { statement: 'SELECT 1', params: [], plan: [] },
  outcome: { columns: [], found: [], rows: 0, problem: null, byConsole: false, ...outcome },
});

describe('what the console answered', () => {
  it('is a table where rows came, and says of how many they are the first', () => {
    render(<Outcomes statements={[statement({ columns: ['a', 'a'], found: [[1, null]], rows: 60 })]} />);
    expect(screen.getAllByRole('columnheader')).toHaveLength(2);
    expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['1', 'NULL']);
    expect(screen.getByText('the first 1 of 60 rows')).toBeTruthy();
  });

  it('says how many rows were touched', () => {
    render(<Outcomes statements={[statement({ rows: 1 })]} />);
    expect(screen.getByRole('region', { name: 'What the console answered' }).textContent).toContain(
      'Done 1 row touched',
    );
  });

  it.each([
    ['refused', 'no such table: session', 'Refused'],
    ['too-much', 'interrupted: too many operations', 'Cancelled'],
  ] as const)('gives the engine’s own words when it is %s', (code, message, word) => {
    render(<Outcomes statements={[statement({ problem: { code, message } })]} />);
    expect(screen.getByText(word)).toBeTruthy();
    expect(screen.getByText(message)).toBeTruthy();
    expect(screen.getByText(/Nothing of it stays/)).toBeTruthy();
  });

  it('is nothing before anything was run', () => {
    const { container } = render(<Outcomes statements={[]} />);
    expect(container.textContent).toBe('');
  });
});
