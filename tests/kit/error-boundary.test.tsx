import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '#kit/error-boundary.tsx';

let broken = true;

function Panel() {
  if (broken) throw new TypeError('rows is undefined');
  return <p>the rows</p>;
}

function at(k: number) {
  return (
    <ErrorBoundary name="The diagram" resetKey={k}>
      <Panel />
    </ErrorBoundary>
  );
}

describe('ErrorBoundary', () => {
  beforeEach(() => {
    broken = true;
    // React reports every caught error to the console.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('says which panel failed and why, and leaves its neighbours alone', async () => {
    render(
      <>
        <ErrorBoundary name="The diagram">
          <Panel />
        </ErrorBoundary>
        <p>the transport</p>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toContain('The diagram failed');
    await screen.findByText('rows is undefined');
    expect(screen.getByRole('alert').textContent).toContain('The diagram failed');
    expect(screen.getByText('the transport')).toBeTruthy();
  });

  it('tries again when asked', async () => {
    render(
      <ErrorBoundary name="The diagram">
        <Panel />
      </ErrorBoundary>,
    );
    broken = false;
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(screen.getByText('the rows')).toBeTruthy();
  });

  it('tries again by itself when its key changes, not before', () => {
    const { rerender } = render(at(1));
    broken = false;
    rerender(at(1));
    expect(screen.getByRole('alert')).toBeTruthy();
    rerender(at(2));
    expect(screen.getByText('the rows')).toBeTruthy();
  });

  it('tells the app what happened', () => {
    const onError = vi.fn<(error: unknown) => void>();
    render(
      <ErrorBoundary name="The diagram" onError={onError}>
        <Panel />
      </ErrorBoundary>,
    );
    expect(onError.mock.lastCall?.[0]).toBeInstanceOf(TypeError);
  });
});
