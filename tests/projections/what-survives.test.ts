import { describe, expect, test } from 'vitest';
import { align } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import { applyChange, areaId, type WorldState } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';
import type { Extent } from '#projections/state/claims-about-places.ts';
import { END_NAMES, ENDS, type EndId } from '#projections/state/place-survival.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { LOGIN, run, USERS } from './worlds.ts';

/** Each end as the intent that makes it happen. */
const ENDINGS: Readonly<Record<EndId, Intent>> = {
  reload: { id: 'end', kind: 'reload', device: 'laptop' },
  'close-tab': { id: 'end', kind: 'close-tab', device: 'laptop' },
  'close-browser': { id: 'end', kind: 'close-browser', device: 'laptop' },
  'restart-server': { id: 'end', kind: 'restart-server' },
  logout: { id: 'end', kind: 'logout', device: 'laptop' },
};

const REFRESH: Intent = { id: 'refresh', kind: 'refresh', device: 'laptop' };
const PHONE: Intent = { id: 'phone', kind: 'login', device: 'phone', person: 'john' };
const OTHER_TAB: Intent = { id: 'other-tab', kind: 'login', device: 'laptop', tab: 2, person: 'john' };
const STEAL: Intent = { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' };
const WRONG: Intent = { id: 'wrong', kind: 'login', device: 'laptop', person: 'zoya', password: 'no' };

function noted(area: 'localStorage' | 'sessionStorage', key: string): Intent {
  return { id: `note-${area}`, kind: 'edit-storage', device: 'laptop', area, key, value: 'by hand' };
}

interface Story {
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly settings?: Partial<Settings>;
}

const STORIES: readonly Story[] = [
  { name: 'one login', intents: [LOGIN, USERS] },
  { name: 'a login that was refreshed', intents: [LOGIN, REFRESH] },
  { name: 'tokens in memory', intents: [LOGIN], settings: { clientStorage: 'memory' } },
  { name: 'two tabs, tokens in memory', intents: [LOGIN, OTHER_TAB], settings: { clientStorage: 'memory' } },
  { name: 'credentials in cookies', intents: [LOGIN], settings: { transport: 'cookie', refreshTransport: 'cookie' } },
  { name: 'a denylist', intents: [LOGIN, REFRESH], settings: { denylist: true } },
  { name: 'a stolen copy', intents: [LOGIN, STEAL] },
  { name: 'notes beside the login', intents: [LOGIN, noted('localStorage', 'theme'), noted('sessionStorage', 'note')] },
  { name: 'a failed login of somebody else', intents: [WRONG, LOGIN] },
];

function endOf({ initial, events }: Trace): WorldState {
  return events.reduce((state, event) => (event.kind === 'change' ? applyChange(state, event) : state), initial);
}

/** What the run really left of a place. */
function extentOf(before: readonly string[], after: object): Extent {
  const kept = before.filter((key) => Object.hasOwn(after, key)).length;
  return kept === 0 ? 'none' : kept === before.length ? 'all' : 'some';
}

async function claimedAndDone(scheme: SchemeId, { intents, settings }: Story, end: EndId) {
  const before = await run(scheme, intents, settings);
  const after = endOf(await run(scheme, [...intents, ENDINGS[end]], settings));
  const view = stateView(align(before, before), Number.MAX_SAFE_INTEGER);
  const state = endOf(before);
  return view.flatMap(({ places }) =>
    places.flatMap(({ area, survives }) => {
      const id = areaId(area);
      const keys = Object.keys(state[id] ?? {});
      return survives && keys.length > 0
        ? [{ place: id, claimed: survives[end].extent, done: extentOf(keys, after[id] ?? {}) }]
        : [];
    }),
  );
}

describe.each(SCHEMES)('under %s', (scheme) => {
  test.each(STORIES.flatMap((story) => ENDS.map((end) => ({ story, end, what: `${story.name}: ${END_NAMES[end]}` }))))(
    'what is claimed to survive is what a run leaves: $what',
    async ({ story, end }) => {
      const places = await claimedAndDone(scheme, story, end);
      expect(places.length).toBeGreaterThan(1);
      expect(places.map(({ place, claimed }) => [place, claimed])).toEqual(
        places.map(({ place, done }) => [place, done]),
      );
    },
  );

  test('of two logins only the one that ends is gone', async () => {
    const places = await claimedAndDone(scheme, { name: 'two', intents: [LOGIN, PHONE] }, 'logout');
    const own = places.filter(({ place }) => !place.startsWith('phone/'));
    expect(own.map(({ claimed }) => claimed)).toEqual(own.map(({ done }) => done));
  });
});

test('the claims differ between ends: none is true of everything', async () => {
  const all = await Promise.all(ENDS.map((end) => claimedAndDone('jwt', { name: 'one', intents: [LOGIN] }, end)));
  const lost = all.map((places) => places.filter(({ done }) => done === 'none').length);
  expect(lost).toEqual([0, 0, 0, 0, 1]);
});
