import { render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CodePanel } from '#stage/code/code-panel.tsx';
import { CODE, NAMES, SOURCES, TOKEN_KINDS } from '../fixtures.ts';
import { pretendSize } from '../page-size.ts';

const show = (sources: typeof SOURCES | null = SOURCES) =>
  render(<CodePanel view={CODE} names={NAMES} sources={sources} tokenKinds={TOKEN_KINDS} />);

describe('the code panel', () => {
  beforeEach(() => pretendSize(300, 300));

  it('shows a listing once, with the region that ran last lit and the others of the step fainter', () => {
    const { container } = show();
    expect(screen.getAllByRole('figure')).toHaveLength(1);
    const lit = (light: string) =>
      [...container.querySelectorAll<HTMLElement>(`[data-light="${light}"]`)].map(({ dataset }) => dataset['line']);
    expect(lit('last')).toEqual(['5', '6', '7']);
    expect(lit('ran')).toEqual(['2', '3']);
  });

  it('names the file and the lines, and numbers them as the file does', () => {
    const { container } = show();
    const figure = within(screen.getByRole('figure'));
    expect(figure.getByText('auth/jwt.ts')).toBeTruthy();
    expect(figure.getByText('lines 48–50')).toBeTruthy();
    expect(container.querySelector('[data-line="5"]')?.textContent).toMatch(/^48Ran last: /);
    expect(container.querySelector('[data-line="0"]')?.textContent).toMatch(/^40/);
  });

  it('names the kind of each token for the stylesheet', () => {
    const { container } = show();
    expect(container.querySelector('[data-kind="keyword"]')?.textContent).toBe('async');
  });

  it('says so while the source is being fetched, and where it has none', () => {
    const { unmount } = show(null);
    expect(screen.getByText('Fetching the source…')).toBeTruthy();
    unmount();
    const { container } = show();
    expect(container.textContent).toContain('The source of php-session.recognise is not part of this build.');
  });

  it('says so when nothing of a side ran', () => {
    render(<CodePanel view={{ left: [], right: [] }} names={NAMES} sources={SOURCES} tokenKinds={TOKEN_KINDS} />);
    expect(screen.getAllByText('No code of this side ran in this step.')).toHaveLength(2);
  });
});
