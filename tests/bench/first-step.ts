import { measured, type Findings } from './figure.ts';
import { median } from './statistics.ts';
import { visit, type Moments } from './visit.ts';
import type { Workplace } from './workplace.ts';

const LIMITS = { step: 400, stepThrottled: 1_200, live: 1_000 };
const SLOWDOWN = 4;

/** How soon a first visit can step, and how soon what it sees is live. */
export async function measureFirstStep(workplace: Workplace): Promise<Findings> {
  const rounds = workplace.quick ? 3 : 7;
  const app = await workplace.app();
  const moments = async (slowdown: number): Promise<(name: keyof Moments) => number> => {
    const all: Moments[] = [];
    for (let round = 0; round < rounds; round += 1) all.push((await visit(workplace, app, { slowdown })).moments);
    return (name) => median(all.map((one) => one[name]));
  };
  // The first visit of a browser just started is slower, and is nobody's first visit.
  await visit(workplace, app);
  const full = await moments(1);
  const slow = await moments(SLOWDOWN);
  const how = `after navigation began, on localhost; median of ${rounds} visits, each in a fresh profile`;
  const slowly = `${how}; processor slowed down ${SLOWDOWN} times`;
  return {
    figures: [
      measured({ name: 'First paint', value: full('painted'), unit: 'ms', how }),
      measured({ name: 'A step was made', value: full('stepped'), unit: 'ms', limit: LIMITS.step, how }),
      measured({ name: 'Live', value: full('live'), unit: 'ms', limit: LIMITS.live, how }),
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
