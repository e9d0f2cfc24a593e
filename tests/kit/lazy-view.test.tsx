import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';

function Rows({ count }: { readonly count: number }) {
  return <p>{`${count} rows`}</p>;
}

beforeEach(() => {
  // React reports every caught error to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function RowsPart({ children }: { readonly children: ReactNode }) {
  return <Part name="The rows">{children}</Part>;
}

/** A file that comes once there is a network. */
function fileOf(isThere: () => boolean) {
  return vi.fn<() => Promise<typeof Rows>>(async () => {
    if (!isThere()) throw new TypeError('Failed to fetch dynamically imported module');
    return Rows;
  });
}

it('a view that could not be fetched says so in its place and comes when it is tried again', async () => {
  let isThere = false;
  const load = fileOf(() => isThere);
  const View = lazyView(load);
  render(
    <>
      <Part name="The rows" fallback="…">
        <View count={3} />
      </Part>
      <p>the transport</p>
    </>,
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The rows could not be loaded');
  // Not every browser asks again for a module.
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
  expect(screen.getByText('the transport')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('alert');
  isThere = true;
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('3 rows');
  expect(load).toHaveBeenCalledTimes(3);
});

it('nothing is asked for again before somebody says so', async () => {
  const load = fileOf(() => false);
  const View = lazyView(load);
  const { rerender } = render(<View count={1} />, { wrapper: RowsPart });
  await screen.findByRole('alert');
  rerender(<View count={2} />);
  rerender(<View count={3} />);
  expect(load).toHaveBeenCalledTimes(1);
});

it('of two places that wait for one view, the second does not ask again for what the first has got', async () => {
  let isThere = false;
  const load = fileOf(() => isThere);
  const View = lazyView(load);
  render(
    ['left', 'right'].map((side) => (
      <Part key={side} name={side}>
        <View count={2} />
      </Part>
    )),
  );
  await vi.waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2), 10_000);
  isThere = true;
  for (let side = 0; side < 2; side += 1) {
    const [button] = screen.getAllByRole('button', { name: 'Try again' });
    if (button) await userEvent.click(button);
  }
  await vi.waitFor(() => expect(screen.getAllByText('2 rows')).toHaveLength(2), 10_000);
  expect(load).toHaveBeenCalledTimes(2);
});

it('a fault in the view’s own code is no matter of the network', async () => {
  const View = lazyView(async () => {
    return function Broken(): never {
      throw new TypeError('rows is undefined');
    };
  });
  render(
    <ErrorBoundary name="The rows">
      <Part name="Inside">
        <View />
      </Part>
    </ErrorBoundary>,
  );
  await screen.findByText('rows is undefined');
  expect(screen.getByRole('alert').textContent).toContain('Inside failed');
});
