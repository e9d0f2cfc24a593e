import type { Comparison } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import type { Trace } from '#core/trace.ts';
import { bothColumns, eventsDone } from './cursor.ts';
import type { Score, ScoreView } from './models.ts';

const FIELDS = ['authReads', 'authWrites', 'requestReads', 'requestWrites', 'credentialBytes', 'roundTrips'] as const;
type Field = (typeof FIELDS)[number];

/** What has really run up to `k`: two look-ups in sums that were made once. */
export function scoreView(comparison: Comparison, k: number): ScoreView {
  return bothColumns((column) => scoreAt(sums(comparison[column]), eventsDone(comparison, column, k)));
}

/** Row `n` holds the six figures of the first `n` events. */
const sums = oncePer(({ events }: Trace): Float64Array => {
  const width = FIELDS.length;
  const table = new Float64Array((events.length + 1) * width);
  const add = (row: number, field: Field, amount: number): void => {
    const at = row * width + FIELDS.indexOf(field);
    table[at] = (table[at] ?? 0) + amount;
  };
  events.forEach((event, index) => {
    const row = index + 1;
    table.copyWithin(row * width, index * width, row * width);
    if (event.kind === 'response') add(row, 'roundTrips', 1);
    if (event.kind === 'request') {
      for (const { bytes } of event.credentials) add(row, 'credentialBytes', bytes);
    }
    if (event.kind === 'store') {
      const isRead = event.op === 'read';
      if (event.purpose === 'authentication') add(row, isRead ? 'authReads' : 'authWrites', 1);
      else add(row, isRead ? 'requestReads' : 'requestWrites', 1);
    }
  });
  return table;
});

function scoreAt(table: Float64Array, events: number): Score {
  const figure = (field: Field): number => table[events * FIELDS.length + FIELDS.indexOf(field)] ?? 0;
  return {
    authReads: figure('authReads'),
    authWrites: figure('authWrites'),
    requestReads: figure('requestReads'),
    requestWrites: figure('requestWrites'),
    credentialBytes: figure('credentialBytes'),
    roundTrips: figure('roundTrips'),
  };
}
