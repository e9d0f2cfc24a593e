import { recordedLessons } from 'virtual:recorded-lessons';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { lifetimesView, momentsOf } from '#projections/lifetimes/lifetimes.ts';
import { outlookAt } from '#projections/lifetimes/outlook.ts';
import { ClockControl } from '#stage/lifetimes/clock-control.tsx';
import { ExpiryTable } from '#stage/lifetimes/expiry-table.tsx';
import type { LifetimesProps } from '#stage/lifetimes/lifetimes-props.ts';
import { Lifetimes } from '#stage/lifetimes/lifetimes.tsx';

let comparison: Comparison;
beforeAll(async () => {
  // Log in, an hour, the list of users: a session and a JWT.
  const [left, right] = (await recordedLessons['refreshing-a-token']?.())?.traces ?? [];
  if (!left || !right) throw new Error('no recording');
  comparison = align(left, right);
});

/** The view after the login, or after everything, with the clock at that second. */
function show(at: number, k = comparison.steps.length, more: Partial<LifetimesProps> = {}) {
  const onPreview = vi.fn<LifetimesProps['onPreview']>();
  const onLetGo = vi.fn<LifetimesProps['onLetGo']>();
  const onExplain = vi.fn<LifetimesProps['onExplain']>();
  const props: LifetimesProps = {
    view: lifetimesView(comparison, k),
    names: { left: 'Session', right: 'JWT' },
    moments: momentsOf(comparison),
    isTrueToScale: false,
    at: { left: at, right: at },
    outlooks: {
      left: outlookAt(comparison, 'left', k, at),
      right: outlookAt(comparison, 'right', k, at),
    },
    clock: { at, isPreview: false },
    present: lifetimesView(comparison, k).left.now,
    controls: null,
    instead: null,
    onPreview,
    onLetGo,
    onExplain,
    ...more,
  };
  render(<Lifetimes {...props} />);
  return { onPreview, onLetGo, onExplain };
}

const side = (name: string) => within(screen.getByRole('region', { name: `Lifetimes, ${name}` }));
const slider = () => screen.getByRole('slider', { name: 'Clock' });

test('each credential has a row with its name, its verdict and its life in words', () => {
  show(3_600);
  const rows = side('JWT')
    .getAllByRole('listitem')
    .filter((row) => row.textContent.includes('oken'));
  expect(rows).toHaveLength(3);
  expect(rows[0]?.textContent).toContain('Access token 1');
  expect(rows[0]?.textContent).toContain('Over');
  expect(rows[0]?.textContent).toContain('Shown at 1:00: expired');
  expect(rows[2]?.textContent).toContain('Valid');
  expect(side('Session').getByText(/The idle window has slid 1 times\./)).toBeTruthy();
});

test('before anything was given out, the rows are kept free and say so', () => {
  show(0, 0);
  expect(side('Session').getByText('nothing given out yet')).toBeTruthy();
  expect(side('JWT').queryAllByRole('button')).toEqual([]);
});

test('the verdicts are those of the second that the clock is dragged to, on both sides', () => {
  show(9_000);
  expect(side('Session').getByText('Over')).toBeTruthy();
  expect(side('Session').getByText('must log in')).toBeTruthy();
  expect(side('JWT').getByText('in, after a refresh')).toBeTruthy();
});

test('a press on a use or on a name explains its event', async () => {
  const { onExplain } = show(3_600);
  await userEvent.click(side('JWT').getAllByRole('button', { name: /^Shown at 1:00: expired/ })[0] as HTMLElement);
  const [event] = comparison.right.events
    .filter(({ kind }) => kind === 'decision')
    .filter((one) => one.intent === 'users');
  expect(onExplain).toHaveBeenCalledWith(event?.id, 'right');
});

test('the slider says the time and what both browsers would meet', () => {
  show(9_000);
  expect(slider().getAttribute('aria-valuetext')).toBe('2:30. Session: must log in. JWT: in, after a refresh.');
  expect(slider().getAttribute('aria-valuenow')).toBe('9000');
});

test('keys move the clock, Enter lets it go and Escape puts it back', () => {
  const { onPreview, onLetGo } = show(3_660, undefined, { clock: { at: 3_660, isPreview: true } });
  fireEvent.keyDown(slider(), { key: 'ArrowRight' });
  expect(onPreview).toHaveBeenLastCalledWith(3_720);
  fireEvent.keyDown(slider(), { key: 'ArrowRight', shiftKey: true });
  expect(onPreview).toHaveBeenLastCalledWith(3_661);
  fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
  expect(onPreview).toHaveBeenLastCalledWith(null);
  fireEvent.keyDown(slider(), { key: 'Enter' });
  expect(onLetGo).toHaveBeenCalledWith(3_660);
  fireEvent.keyDown(slider(), { key: 'Escape' });
  expect(onPreview).toHaveBeenLastCalledWith(null);
});

test('Enter without a preview lets nothing go', () => {
  const { onLetGo } = show(3_600);
  fireEvent.keyDown(slider(), { key: 'Enter' });
  expect(onLetGo).not.toHaveBeenCalled();
});

test('a preview by keys ends when the focus leaves', () => {
  const { onPreview } = show(3_660, undefined, { clock: { at: 3_660, isPreview: true } });
  fireEvent.blur(slider());
  expect(onPreview).toHaveBeenCalledWith(null);
});

function control(next: Parameters<typeof ClockControl>[0]['next'] = null, whyNot: string | null = null) {
  const onPass = vi.fn<(seconds: number) => void>();
  render(
    <ClockControl next={next} whyNot={whyNot} longest={{ seconds: 1_000_000, text: 'so much' }} onPass={onPass} />,
  );
  return onPass;
}

test.each([
  ['+1 min', 60],
  ['+5 min', 300],
  ['+30 min', 1_800],
  ['+1 h', 3_600],
])('%s lets %i seconds pass', async (name, seconds) => {
  const onPass = control();
  await userEvent.click(screen.getByRole('button', { name }));
  expect(onPass).toHaveBeenCalledExactlyOnceWith(seconds);
});

test.each([
  ['1:30', 5_400],
  ['0:00:01', 1],
  ['2:29:59', 8_999],
  ['90 min', 5_400],
  ['45 s', 45],
])('%s is taken as an own amount', async (text, seconds) => {
  const onPass = control();
  await userEvent.type(screen.getByRole('textbox'), `${text}{Enter}`);
  expect(onPass).toHaveBeenCalledExactlyOnceWith(seconds);
});

test.each([
  ['1:75', 'is no length of time'],
  ['soon', 'is no length of time'],
  ['1', '“1” of what?'],
  ['99999999', 'or a unit: 30 min, 45 s'],
  ['0:00', 'Some time has to pass'],
  ['99999:00', 'so much at most'],
  [' ', 'How much time?'],
])('“%s” is refused with words that help', async (text, said) => {
  const onPass = control();
  const field = screen.getByRole('textbox');
  await userEvent.type(field, `${text}{Enter}`);
  expect(onPass).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain(said);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(field, '1');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the next expiry is named, and where nothing can be run nothing moves', async () => {
  const onGo = vi.fn<() => void>();
  const onPass = control({ label: '1:00, access token', title: 'Until 1:00', onGo }, 'Not here.');
  await userEvent.click(screen.getByRole('button', { name: 'To 1:00, access token' }));
  await userEvent.click(screen.getByRole('button', { name: '+1 min' }));
  expect(onGo).not.toHaveBeenCalled();
  expect(onPass).not.toHaveBeenCalled();
});

test('a table shows what was said, what the run did, and leads to each moment', async () => {
  const onGo = vi.fn<() => void>();
  render(
    <ExpiryTable
      caption="Session"
      note="as in the source"
      rows={[
        { time: '2:00', said: 'Not used', did: { text: '200; session valid', agrees: true }, isCurrent: true, onGo },
        { time: '2:30', said: 'Gone', did: null, isCurrent: false, onGo: null },
      ]}
    />,
  );
  const [, first, second] = screen.getAllByRole('row');
  expect(first?.textContent).toContain('200; session valid');
  expect(second?.textContent).toContain('not run yet');
  await userEvent.click(screen.getByRole('button', { name: '2:00' }));
  expect(onGo).toHaveBeenCalled();
});
