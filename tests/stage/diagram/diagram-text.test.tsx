import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DiagramText } from '#stage/diagram/diagram-text.tsx';
import { LESSON, longModel, rowTextOf } from '../fixtures.ts';

describe('the diagram in words', () => {
  it('lists the steps reached, in order, and marks the current one', () => {
    render(<DiagramText model={LESSON} k={8} rowText={rowTextOf(LESSON)} />);
    const steps = within(screen.getByRole('list', { name: 'Steps in words' })).getAllByRole('listitem');
    expect(steps).toHaveLength(8);
    expect(steps.at(-1)?.getAttribute('aria-current')).toBe('step');
    expect(steps.at(-1)?.textContent).toContain('GET /jwt_users.php');
    expect(steps[0]?.textContent).toContain('Log in on John’s laptop');
  });

  it('says nothing of what has not happened yet', () => {
    const { container } = render(<DiagramText model={LESSON} k={8} rowText={rowTextOf(LESSON)} />);
    expect(container.textContent).not.toContain('Recognise');
    expect(render(<DiagramText model={LESSON} k={0} rowText={rowTextOf(LESSON)} />).container.textContent).toContain(
      'Nothing has happened yet.',
    );
  });

  it('lists all in a review', () => {
    render(<DiagramText model={LESSON} k={8} rowText={rowTextOf(LESSON)} reveal="all" />);
    expect(screen.getAllByRole('listitem')).toHaveLength(LESSON.rows.length);
  });

  it('keeps a long list short until more is asked for, its numbers right', async () => {
    const long = longModel(1000);
    render(<DiagramText model={long} k={900} rowText={rowTextOf(long)} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
    expect(screen.getByRole('list').getAttribute('start')).toBe('861');
    await userEvent.click(screen.getByRole('button', { name: 'Show 40 earlier steps' }));
    expect(screen.getByRole('list').getAttribute('start')).toBe('821');
  });
});
