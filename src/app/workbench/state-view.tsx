import { DEVICE_PHRASES, type DeviceId } from '#core/actors.ts';
import { COLUMNS, type Comparison } from '#core/align.ts';
import { deviceHere } from '#projections/diagram/device-here.ts';
import type { EndId } from '#projections/state/place-survival.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { WhereStateLives } from '#stage/state/where-state-lives.tsx';
import type { Insertion } from '#timeline/fork-here.ts';
import { useTimeline } from '#timeline/react.ts';
import { actHere, useWhyNotHere } from './act-here.ts';
import { useNames } from './use-names.ts';

/** Where both systems keep what they remember, and how to see what it survives: each button does it on both sides, here. */
export function WhereStateLivesView({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  const whyNot = useWhyNotHere();
  const device = deviceHere(comparison, cursor);
  return (
    <WhereStateLives
      view={stateView(comparison, cursor)}
      names={names}
      notice={whyNot}
      labels={LABELS}
      titleOf={(end) => whyNot ?? titleOf(end, device)}
      onAct={(end) => actHere(COLUMNS, ENDINGS[end](device))}
    />
  );
}

const LABELS: Readonly<Record<EndId, string>> = {
  reload: 'Reload page',
  'close-tab': 'Close tab',
  'close-browser': 'Close browser',
  'restart-server': 'Restart server',
  logout: 'Log out',
};

function titleOf(end: EndId, device: DeviceId): string {
  const where = end === 'restart-server' ? '' : ` on ${DEVICE_PHRASES[device]}`;
  return `${LABELS[end]}${where}, in both systems, at this step`;
}

const ENDINGS: Readonly<Record<EndId, (device: DeviceId) => Insertion>> = {
  reload: (device) => ({ stem: 'reload', make: (id) => ({ id, kind: 'reload', device }) }),
  'close-tab': (device) => ({ stem: 'close-tab', make: (id) => ({ id, kind: 'close-tab', device }) }),
  'close-browser': (device) => ({ stem: 'close-browser', make: (id) => ({ id, kind: 'close-browser', device }) }),
  'restart-server': () => ({ stem: 'restart', make: (id) => ({ id, kind: 'restart-server' }) }),
  logout: (device) => ({ stem: 'logout', make: (id) => ({ id, kind: 'logout', device }) }),
};
