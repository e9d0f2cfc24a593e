import { act, render } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AnchorsContext, type Anchors, createAnchors, entryAnchor, packetAnchor } from '#kit/anchors.ts';
import { Flight } from '#stage/flight/flight.tsx';
import { legsOf } from '#stage/flight/legs.ts';
import { LESSON, storageAt } from '../fixtures.ts';

const stop = vi.hoisted(() => vi.fn<() => void>());
const fly = vi.hoisted(() => vi.fn<(leg: unknown) => () => void>());
vi.mock('../../../src/stage/flight/fly.ts', () => ({ fly }));

/** Rows 7 and 6: the request that carries the credential, and the step that keeps it. */
const ASK_AT = 8;
const KEEP_AT = 7;

let anchors: Anchors;
let lessMotion = false;

function register(key: string, travel?: number): HTMLElement {
  const element = document.createElement('span');
  if (travel !== undefined) element.dataset['travel'] = String(travel);
  anchors.register(key, element);
  return element;
}

const at = (k: number) => (
  <AnchorsContext value={anchors}>
    <Flight model={LESSON} k={k} storage={storageAt(k === KEEP_AT ? 'keeping' : 'kept')} />
  </AnchorsContext>
);

async function open(k: number) {
  const view = render(at(k));
  // The motion is loaded after the first paint.
  await act(() => vi.dynamicImportSettled());
  return view;
}

beforeEach(() => {
  vi.clearAllMocks();
  fly.mockReturnValue(stop);
  lessMotion = false;
  vi.stubGlobal('matchMedia', () => ({
    matches: lessMotion,
    addEventListener: vi.fn<() => void>(),
    removeEventListener: vi.fn<() => void>(),
  }));
  anchors = createAnchors();
  register(packetAnchor('left'), -120);
  register(packetAnchor('right'), -90);
});

describe('the flight', () => {
  it('moves the credential of either side once on a step forward', async () => {
    const { rerender } = await open(ASK_AT - 1);
    expect(fly).not.toHaveBeenCalled();
    rerender(at(ASK_AT));
    expect(fly.mock.calls.map(([leg]) => leg)).toMatchObject([
      { travel: -120, landing: null },
      { travel: -90, landing: null },
    ]);
    rerender(at(ASK_AT));
    expect(fly).toHaveBeenCalledTimes(2);
  });

  it('ends what is in the air when the next step comes, so that nothing queues', async () => {
    const { rerender } = await open(ASK_AT - 1);
    rerender(at(ASK_AT));
    expect(stop).not.toHaveBeenCalled();
    rerender(at(ASK_AT + 1));
    expect(stop).toHaveBeenCalledTimes(2);
    expect(fly).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['back', ASK_AT + 1],
    ['far', ASK_AT - 3],
  ])('shows no motion when the cursor goes %s', async (_, from) => {
    const { rerender } = await open(from);
    rerender(at(ASK_AT));
    expect(fly).not.toHaveBeenCalled();
  });

  it('shows none to who asked for less motion', async () => {
    lessMotion = true;
    const { rerender } = await open(ASK_AT - 1);
    rerender(at(ASK_AT));
    expect(fly).not.toHaveBeenCalled();
  });

  it('stops when it leaves the page', async () => {
    const { rerender, unmount } = await open(ASK_AT - 1);
    rerender(at(ASK_AT));
    unmount();
    expect(stop).toHaveBeenCalledTimes(2);
  });
});

function legs(k: number, moment: Parameters<typeof storageAt>[0]) {
  const row = LESSON.rows[k - 1];
  if (!row) throw new Error('no row');
  return legsOf(row, storageAt(moment), anchors);
}

describe('the legs of a step', () => {
  it('land in the entry that the step added', () => {
    const cookie = register(entryAnchor('left', 'laptop/cookies', 'app.example;/;PHPSESSID'));
    const item = register(entryAnchor('right', 'laptop/localStorage', 'access_token'));
    expect(legs(KEEP_AT, 'keeping').map(({ landing }) => landing)).toEqual([cookie, item]);
  });

  it('land nowhere when the entry was there before', () => {
    register(entryAnchor('left', 'laptop/cookies', 'app.example;/;PHPSESSID'));
    expect(legs(ASK_AT, 'kept').map(({ landing }) => landing)).toEqual([null, null]);
  });

  it('are none where no credential is on the row, or none is shown', () => {
    expect(legs(2, 'start')).toEqual([]);
    anchors = createAnchors();
    expect(legs(ASK_AT, 'kept')).toEqual([]);
  });
});
