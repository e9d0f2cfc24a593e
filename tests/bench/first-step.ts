import { measured, type Findings } from './figure.ts';
import { median } from './statistics.ts';
import { visit, type Moments, type Visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

const LIMITS = { step: 400, stepThrottled: 1_200, live: 1_000 };
const SLOWDOWN = 4;

/** How soon a first visit can step, and how soon what it sees is live. */
export async function measureFirstStep(workplace: Workplace): Promise<Findings> {
  const rounds = workplace.quick ? 3 : 7;
  const app = await workplace.app();
  const visits = async (slowdown: number): Promise<readonly Visit[]> => {
    const all: Visit[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await visit(workplace, app, { slowdown }));
    return all;
  };
  // The first visit of a browser just started is slower, and is nobody's first visit.
  await visit(workplace, app);
  const fullSpeed = await visits(1);
  const slowed = await visits(SLOWDOWN);
  const full = (name: keyof Moments): number => median(fullSpeed.map(({ moments }) => moments[name]));
  const slow = (name: keyof Moments): number => median(slowed.map(({ moments }) => moments[name]));
  const how = `after navigation began, on localhost; median of ${rounds} visits, each in a fresh profile`;
  const slowly = `${how}; processor slowed down ${SLOWDOWN} times`;
  return {
    figures: [
      measured({ name: 'First paint', value: full('painted'), unit: 'ms', how }),
      measured({ name: 'A step was made', value: full('stepped'), unit: 'ms', limit: LIMITS.step, how }),
      measured({ name: 'Live', value: full('live'), unit: 'ms', limit: LIMITS.live, how }),
      measured({
        name: 'Main thread until live',
        value: median(fullSpeed.map(({ processor }) => processor)),
        unit: 'ms',
        how: 'processor time, which other programs do not add to; most of what lies between it and “live” is waiting',
      }),
      measured({ name: 'First paint, slowed down', value: slow('painted'), unit: 'ms', how: slowly }),
      measured({
        name: 'A step was made, slowed down',
        value: slow('stepped'),
        unit: 'ms',
        limit: LIMITS.stepThrottled,
        how: slowly,
      }),
      measured({ name: 'Live, slowed down', value: slow('live'), unit: 'ms', how: slowly }),
    ],
  };
}
