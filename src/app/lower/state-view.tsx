import { DEVICE_PHRASES, type DeviceId } from '#core/actors.ts';
import { COLUMNS, type Comparison } from '#core/align.ts';
import { deviceHere } from '#projections/diagram/device-here.ts';
import type { EndId } from '#projections/state/place-survival.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { WhereStateLives } from '#stage/state/where-state-lives.tsx';
import { useTimeline } from '#timeline/react.ts';
import { actHere } from '../workbench/act-here.ts';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { ENDING_LABELS, ENDINGS } from './endings.ts';
import { useNames } from '../workbench/use-names.ts';

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
      labels={ENDING_LABELS}
      titleOf={(end) => whyNot ?? titleOf(end, device)}
      onAct={(end) => actHere(COLUMNS, ENDINGS[end](device))}
    />
  );
}

function titleOf(end: EndId, device: DeviceId): string {
  const where = end === 'restart-server' ? '' : ` on ${DEVICE_PHRASES[device]}`;
  return `${ENDING_LABELS[end]}${where}, in both systems, at this step`;
}
