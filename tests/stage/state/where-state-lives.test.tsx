import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { EndId } from '#projections/state/place-survival.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { WhereStateLives } from '#stage/state/where-state-lives.tsx';
import { createDirectRunner } from '#world/run.ts';

const LABELS: Readonly<Record<EndId, string>> = {
  reload: 'Reload page',
  'close-tab': 'Close tab',
  'close-browser': 'Close browser',
  'restart-server': 'Restart server',
  logout: 'Log out',
};

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiIsImlhdCI6MX0.Qx3vR1kQh7Zk0n8H2YtM4mJ6oYw3pLr9sVbX5cD1eAg';

let comparison: Comparison;
beforeAll(async () => {
  const intents = [{ id: 'login', kind: 'login', device: 'laptop', person: 'john' }] as const;
  const session = await createDirectRunner().run({
    scheme: 'php-session',
    settings: DEFAULT_SETTINGS,
    seed: 1,
    intents,
  });
  const stored = { access_token: TOKEN, 'session-id': 'ab'.repeat(16) };
  comparison = align(session, { ...session, initial: { ...session.initial, 'laptop/localStorage': stored } });
});

function show({ k = comparison.steps.length, notice = null as string | null } = {}) {
  const onAct = vi.fn<(end: EndId) => void>();
  render(
    <WhereStateLives
      view={stateView(comparison, k)}
      names={{ left: 'Session', right: 'Tokens' }}
      notice={notice}
      labels={LABELS}
      titleOf={(end) => notice ?? LABELS[end]}
      onAct={onAct}
    />,
  );
  return onAct;
}

const row = (name: RegExp) => screen.getByRole('row', { name });

const texts = (list: HTMLElement | undefined): readonly (string | null)[] =>
  list
    ? within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    : [];

describe('the table of where state lives', () => {
  it('is a table with a name, a head for each column and one for each place', () => {
    show();
    const table = screen.getByRole('table', { name: /Where Session and Tokens keep what they remember/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual([
      'Place',
      'Session',
      'Tokens',
      expect.stringContaining('Who can read it'),
      expect.stringContaining('survives'),
    ]);
    expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(5);
  });

  it('answers for each place who can read it and what it survives, each answer with its name', () => {
    show();
    const [readers, ends] = within(row(/^Cookie jar/)).getAllByRole('list');
    expect(texts(readers)[0]).toBe('a script of the pageno');
    expect(texts(readers)[5]).toBe('the serveryes');
    expect(texts(ends)).toEqual([
      'a reloadyes',
      'the tab closedyes',
      'the browser closedno',
      'a server restartyes',
      'a logoutno',
    ]);
  });

  it('gives a reason and a source for every answer, behind the place’s name', () => {
    show();
    const cell = within(row(/^localStorage/)).getByRole('rowheader');
    expect(within(cell).getByRole('button').textContent).toContain('localStorage');
    expect(cell.textContent).toContain('HTML standard, Web storage');
    expect(cell.textContent).toContain('(access_token): base64url is no encryption');
    expect(cell.textContent).toContain('Counted: the UTF-8 bytes of names and values');
    expect(cell.querySelectorAll('cite').length).toBeGreaterThanOrEqual(12);
  });

  it('says of an empty place that nothing is there, and claims nothing', () => {
    show({ k: 0 });
    const jar = row(/^Cookie jar/);
    expect(jar.textContent).toContain('nothing here at this step');
    expect(within(jar).queryByRole('list')).toBeNull();
  });

  it('makes each end happen by a button, and by none while nothing can run', async () => {
    const onAct = show();
    await userEvent.click(screen.getByRole('button', { name: 'Restart server' }));
    expect(onAct).toHaveBeenCalledExactlyOnceWith('restart-server');
  });

  it('says why nothing can be tried, and keeps the buttons in reach of the keyboard', async () => {
    const onAct = show({ notice: 'The simulation is still loading.' });
    const button = screen.getByRole('button', { name: 'Reload page' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('title')).toBe('The simulation is still loading.');
    await userEvent.click(button);
    expect(onAct).not.toHaveBeenCalled();
    expect(screen.getByText('The simulation is still loading.')).toBeTruthy();
  });
});
