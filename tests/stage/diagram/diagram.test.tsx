import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Column } from '#core/align.ts';
import type { DiagramProps } from '#stage/diagram/diagram-props.ts';
import { Diagram } from '#stage/diagram/diagram.tsx';
import { LESSON, longModel, NAMES, rowTextOf } from '../fixtures.ts';
import { pretendSize } from '../page-size.ts';

const PROPS: DiagramProps = {
  model: LESSON,
  k: 8,
  names: NAMES,
  column: 'left',
  onColumn: () => undefined,
  leftHeader: 'left picker',
  rightHeader: 'right picker',
  rowText: rowTextOf(LESSON),
  onSelectRow: () => undefined,
  onExplain: () => undefined,
};

/** The left system has nothing to do in row 4, where the right one writes. */
const GAPS: DiagramProps['model'] = {
  ...LESSON,
  rows: LESSON.rows.map((one) =>
    one.index === 4 ? { ...one, left: { type: 'gap', label: 'nothing to do' }, right: one.left } : one,
  ),
};

function Narrow(props: Partial<DiagramProps>) {
  const [column, setColumn] = useState<Column>('left');
  return <Diagram {...PROPS} {...props} column={column} onColumn={setColumn} />;
}

const row = (index: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-row="${index}"]`);
  if (!found) throw new Error(`row ${index} is not in the document`);
  return found;
};

const drawn = (index: number): string => row(index).querySelector('svg')?.textContent ?? '';

const places = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ style }) => style.cssText);

const touch = (type: string, clientX: number, clientY: number): void => {
  const event = new MouseEvent(type, { clientX, clientY, bubbles: true });
  fireEvent(row(7), Object.assign(event, { pointerType: 'touch', pointerId: 1 }));
};

beforeEach(() => {
  vi.restoreAllMocks();
  pretendSize(1000, 900);
});

describe('the diagram', () => {
  it('is a region with both pickers and the head of every lifeline', () => {
    render(<Diagram {...PROPS} />);
    const region = within(screen.getByRole('region', { name: 'Sequence diagram' }));
    expect(region.getByText('left picker')).toBeTruthy();
    expect(region.getByText('right picker')).toBeTruthy();
    expect(region.getAllByText('Browser')).toHaveLength(2);
    expect(region.getAllByText('Stores')).toHaveLength(2);
  });

  it('looks at no other rows again when a step is made than the one it leaves and the one it reaches', () => {
    const rowText = vi.fn<DiagramProps['rowText']>(PROPS.rowText);
    const { rerender } = render(<Diagram {...PROPS} rowText={rowText} />);
    expect(rowText.mock.calls.length).toBeGreaterThan(4);
    rowText.mockClear();
    rerender(<Diagram {...PROPS} rowText={rowText} k={9} />);
    expect(new Set(rowText.mock.calls.map(([index]) => index))).toEqual(new Set([7, 8]));
  });

  it('draws what both systems did in the rows reached', () => {
    render(<Diagram {...PROPS} />);
    expect(drawn(7)).toContain('GET /users.php');
    expect(drawn(7)).toContain('GET /jwt_users.php');
    expect(drawn(4)).toContain('nothing stored');
  });

  it('shows of a row to come its phase and nothing else, in words or in names', () => {
    render(<Diagram {...PROPS} />);
    expect(row(8).textContent).toBe('Recognise');
    expect(within(row(8)).getAllByRole('button')).toHaveLength(1);
    expect(within(row(8)).getByRole('button', { name: 'Recognise, not reached yet' })).toBeTruthy();
    expect(row(11).textContent).toBe('Ask');
  });

  it('gives every row the same place whatever the step', () => {
    const { rerender } = render(<Diagram {...PROPS} k={0} />);
    const before = places();
    expect(before.length).toBeGreaterThan(10);
    rerender(<Diagram {...PROPS} k={3} />);
    expect(places()).toEqual(before);
  });

  it('marks the current row, and it alone', () => {
    render(<Diagram {...PROPS} />);
    const current = document.querySelectorAll('[aria-current="step"]');
    expect([...current].map((one) => one.getAttribute('data-row'))).toEqual(['7']);
  });

  it('has no current row before the first step', () => {
    render(<Diagram {...PROPS} k={0} />);
    expect(document.querySelector('[aria-current]')).toBeNull();
  });

  it('shows every row in a review, the current one still marked', () => {
    render(<Diagram {...PROPS} reveal="all" />);
    expect(drawn(8)).toContain('read sess_9f3c1e…');
    expect(row(7).getAttribute('aria-current')).toBe('step');
  });

  it('names each row by its step in words', () => {
    render(<Diagram {...PROPS} />);
    expect(
      within(row(7)).getByRole('button', { name: /^Ask\. Session: GET \/users\.php.* JWT: GET \/jwt_users\.php/ }),
    ).toBeTruthy();
  });

  it('says the phase first where the words of the row do not', () => {
    render(<Diagram {...PROPS} rowText={() => 'The browser asks.'} />);
    expect(within(row(7)).getByRole('button', { name: 'Ask. The browser asks.' })).toBeTruthy();
  });

  it('tells which rows differ from the run before the fork, by a word', () => {
    const [first, second] = PROPS.model.rows.slice(6, 8).map(({ id }) => id);
    if (!first || !second) throw new Error('too few rows');
    render(<Diagram {...PROPS} differs={new Set([first, second])} />);
    expect(row(6).textContent).toContain('forks here');
    expect(row(7).textContent).toContain('differs');
    expect(row(5).textContent).not.toMatch(/differs|forks/);
  });

  it('selects a row, reached or not, and explains the message that was chosen', async () => {
    const onSelectRow = vi.fn<(index: number) => void>();
    const onExplain = vi.fn<DiagramProps['onExplain']>();
    render(<Diagram {...PROPS} onSelectRow={onSelectRow} onExplain={onExplain} />);
    await userEvent.click(within(row(9)).getByRole('button'));
    expect(onSelectRow).toHaveBeenLastCalledWith(9);
    expect(onExplain).not.toHaveBeenCalled();
    await userEvent.click(within(row(5)).getByRole('button', { name: /Set-Cookie.*Session/ }));
    expect(onSelectRow).toHaveBeenLastCalledWith(5);
    const cell = LESSON.rows[5]?.left;
    expect(onExplain).toHaveBeenLastCalledWith(cell && 'event' in cell && cell.event, 'left');
  });
});

describe('an open bet', () => {
  it('stands in the place of the row it is about', async () => {
    render(<Diagram {...PROPS} bet={{ index: 8, onPlace: vi.fn<() => void>() }} />);
    await screen.findByText('What happens here?');
    expect(row(8).textContent).toContain('What happens here?');
    expect(row(8).textContent).toContain('Place your bet');
    expect(row(9).textContent).toBe('Work');
  });

  it('leads to the bet when it is pressed, and not to the row behind it', async () => {
    const [onPlace, onSelectRow] = [vi.fn<() => void>(), vi.fn<() => void>()];
    render(<Diagram {...PROPS} onSelectRow={onSelectRow} bet={{ index: 8, column: 'right', onPlace }} />);
    await userEvent.click(await screen.findByRole('button', { name: /Place your bet/ }));
    expect(onPlace).toHaveBeenCalledOnce();
    expect(onSelectRow).not.toHaveBeenCalled();
  });

  it('is gone once the row is reached', () => {
    render(<Diagram {...PROPS} k={9} bet={{ index: 8, onPlace: vi.fn<() => void>() }} />);
    expect(screen.queryByText('What happens here?')).toBeNull();
  });
});

describe('the keyboard in the diagram', () => {
  it('reaches the current row by Tab and its neighbours by the arrows, which never leave the list', async () => {
    const user = userEvent.setup();
    render(<Diagram {...PROPS} />);
    await user.tab();
    expect(row(7).contains(document.activeElement)).toBe(true);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(row(6).querySelector('button'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(row(8).querySelector('button'));
    expect(document.querySelectorAll('[data-row] > button[tabindex="0"]').length).toBe(1);
  });

  it('selects with Enter, and goes from the row to its two cells by Tab', async () => {
    const user = userEvent.setup();
    const onSelectRow = vi.fn<(index: number) => void>();
    render(<Diagram {...PROPS} onSelectRow={onSelectRow} />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onSelectRow).toHaveBeenCalledWith(7);
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Explain this for Session');
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Explain this for JWT');
  });

  it('leaves the keys of the timeline to the page', async () => {
    const user = userEvent.setup();
    const onKeyDown = vi.fn<(event: Event) => void>();
    addEventListener('keydown', onKeyDown);
    render(<Diagram {...PROPS} />);
    await user.tab();
    await user.keyboard('{ArrowRight}{PageDown}{End}');
    removeEventListener('keydown', onKeyDown);
    const prevented = onKeyDown.mock.calls.filter(([event]) => event.defaultPrevented);
    expect(onKeyDown.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(prevented).toEqual([]);
  });
});

describe('on a narrow page', () => {
  beforeEach(() => pretendSize(390, 700));

  it('one system stands alone, and the other is a press away', async () => {
    render(<Narrow />);
    expect(drawn(7)).toContain('GET /users.php');
    expect(drawn(7)).not.toContain('GET /jwt_users.php');
    expect(screen.getByRole('button', { name: 'Session', pressed: true })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'JWT', pressed: false }));
    expect(drawn(7)).toContain('GET /jwt_users.php');
    expect(screen.getByText('right picker')).toBeTruthy();
    expect(screen.queryByText('left picker')).toBeNull();
  });

  it('or a swipe away; a scroll along is none', () => {
    render(<Narrow />);
    touch('pointerdown', 300, 200);
    touch('pointerup', 290, 20);
    expect(drawn(7)).toContain('GET /users.php');
    touch('pointerdown', 300, 200);
    touch('pointerup', 180, 210);
    expect(drawn(7)).toContain('GET /jwt_users.php');
  });

  it('a system with nothing to do says what the other one does, and leads there', async () => {
    const onSelectRow = vi.fn<(index: number) => void>();
    render(<Narrow model={GAPS} onSelectRow={onSelectRow} />);
    expect(drawn(4)).toContain('nothing to do');
    expect(drawn(4)).not.toContain('write sess_');
    await userEvent.click(await within(row(4)).findByRole('button', { name: /^JWT: write sess_.*Show JWT$/ }));
    expect(drawn(4)).toContain('write sess_');
    expect(screen.getByRole('button', { name: 'JWT', pressed: true })).toBeTruthy();
    expect(document.activeElement).toBe(row(4).querySelector('button'));
    expect(onSelectRow).not.toHaveBeenCalled();
  });

  it('nothing is told of the other system in a row to come, or beside words of its own', () => {
    render(<Narrow model={GAPS} k={4} />);
    expect(row(4).textContent).toBe(GAPS.rows[4]?.phaseName);
    expect(screen.queryByRole('button', { name: /Show JWT/ })).toBeNull();
  });

  it('a bet on the other system has its place here too, and names that system', async () => {
    const onPlace = vi.fn<() => void>();
    render(<Narrow bet={{ index: 8, column: 'right', onPlace }} />);
    await userEvent.click(await screen.findByRole('button', { name: /JWT: what happens\?.*Place your bet/ }));
    expect(onPlace).toHaveBeenCalledOnce();
  });
});

describe('a long trace', () => {
  const long = longModel(10_000);
  const props = { ...PROPS, model: long, rowText: rowTextOf(long) };

  it('has the rows in view in the document and no others', () => {
    render(<Diagram {...props} k={5000} />);
    const shown = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) =>
      Number(dataset['row']),
    );
    expect(shown).toContain(4999);
    expect(shown.length).toBeLessThan(50);
    expect(row(4999).getAttribute('aria-posinset')).toBe('5000');
    expect(row(4999).getAttribute('aria-setsize')).toBe('10000');
  });

  it('follows the steps, and keeps what has the focus', async () => {
    const { rerender } = render(<Diagram {...props} k={1} />);
    await userEvent.tab();
    expect(row(0).contains(document.activeElement)).toBe(true);
    rerender(<Diagram {...props} k={9000} />);
    expect(drawn(8999)).not.toBe('');
    expect(row(0).contains(document.activeElement)).toBe(true);
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(50);
  });

  it('asks for the words of the rows in view alone', () => {
    const rowText = vi.fn<(index: number) => string>(rowTextOf(long));
    render(<Diagram {...props} rowText={rowText} k={5000} />);
    expect(rowText.mock.calls.length).toBeLessThan(100);
  });
});
