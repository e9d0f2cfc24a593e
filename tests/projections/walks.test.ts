import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Comparison } from '#core/align.ts';
import { bytesView } from '#projections/inspector/bytes.ts';
import { clockView } from '#projections/clock.ts';
import { codeView } from '#projections/inspector/code.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { httpView } from '#projections/inspector/http.ts';
import { scoreView } from '#projections/score.ts';
import { storageView } from '#projections/storage/storage.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { stepText } from '#projections/sentences/words.ts';
import { HOUR, LATER, LOGIN, LOGOUT, sessionAndJwt, USERS } from './worlds.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await sessionAndJwt([LOGIN, USERS, HOUR, LATER, LOGOUT], { denylist: true });
});

/** Everything on screen at `k`. */
function everything(of: Comparison, k: number): unknown {
  const row = diagramModel(of).rows[k - 1];
  return [
    row && [row.id, row.index, row.intent, row.exchange, row.phase, row.phaseName, row.heading, row.left, row.right],
    stepText(of, k - 1),
    ...[storageView, httpView, tokenView, codeView, scoreView, bytesView, clockView].map((view) => view(of, k)),
  ];
}

/** The same comparison as another object, of which nothing is remembered yet. */
function afresh({ left, right, ...rest }: Comparison): Comparison {
  return { ...rest, left: { ...left }, right: { ...right } };
}

test('a random walk through a real run shows at its end what the straight way shows', () => {
  const anywhere = fc.integer({ min: 0, max: comparison.steps.length });
  fc.assert(
    fc.property(fc.array(anywhere, { maxLength: 10 }), anywhere, (walk, there) => {
      const walked = afresh(comparison);
      for (const k of walk) everything(walked, k);
      expect(everything(walked, there)).toEqual(everything(afresh(comparison), there));
    }),
    { numRuns: 60 },
  );
});

test('asking twice gives the same, and nothing that was asked before changes', () => {
  const first = Array.from({ length: comparison.steps.length + 1 }, (_, k) =>
    structuredClone(everything(comparison, k)),
  );
  const again = first.map((_, k) => everything(comparison, first.length - 1 - k)).toReversed();
  expect(again).toEqual(first);
});
