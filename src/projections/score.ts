import type { Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import type { Trace } from '#core/trace.ts';
import { bothColumns, eventsDone } from './cursor.ts';
import type { Score, ScoreView } from './models.ts';
import { createReader } from './reader.ts';

/** What has really run up to `k`: two look-ups in sums that were made once, as far as anybody has looked. */
export function scoreView(comparison: Comparison, k: number): ScoreView {
  return bothColumns((column) => sums(comparison[column])(eventsDone(comparison, column, k)));
}

const NOTHING: Score = {
  authReads: 0,
  authWrites: 0,
  requestReads: 0,
  requestWrites: 0,
  credentialBytes: 0,
  roundTrips: 0,
};

/** The figures after any number of events. Most events change none of them: those share one object with the event before. */
const sums = oncePer((trace: Trace): ((events: number) => Score) => {
  const scores = [NOTHING];
  const readTo = createReader(trace, (event, index) => {
    scores.push(after(scores[index] ?? NOTHING, event));
  });
  return (events) => {
    readTo(events);
    return scores[events] ?? NOTHING;
  };
});

function after(score: Score, event: TraceEvent): Score {
  switch (event.kind) {
    case 'response':
      return { ...score, roundTrips: score.roundTrips + 1 };
    case 'request': {
      const bytes = event.credentials.reduce((sum, one) => sum + one.bytes, 0);
      return bytes === 0 ? score : { ...score, credentialBytes: score.credentialBytes + bytes };
    }
    case 'store': {
      const field = FIELDS[event.purpose][event.op];
      return { ...score, [field]: score[field] + 1 };
    }
    default:
      return score;
  }
}

const FIELDS = {
  authentication: { read: 'authReads', write: 'authWrites', delete: 'authWrites' },
  request: { read: 'requestReads', write: 'requestWrites', delete: 'requestWrites' },
} as const;
