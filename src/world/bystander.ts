import type { Micros } from '#core/costs.ts';
import type { ChangeFact, Fact, Phase } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import type { Clock } from '#core/ports.ts';
import type { EventLog } from './recorder.ts';

/** Writes down what no device and no server can: the operator's doing, and what became of an answer that nobody took. */
export interface Bystander {
  /** What the operator did since `began`, with what it changed. */
  operated(intent: IntentId, phase: Phase, began: Micros, fact: Fact, changes?: readonly ChangeFact[]): void;
  /** The page that acted is gone. Where its request was answered, there was nobody left to take the answer. */
  lost(intent: IntentId): void;
}

export function createBystander(log: EventLog, clock: Pick<Clock, 'micros'>): Bystander {
  return {
    operated(intent, phase, began, fact, changes = []) {
      const now = clock.micros();
      const who = { side: 'world', actor: 'operator', intent, exchange: 'local', phase, code: null } as const;
      const causedBy = log.append({ ...who, causedBy: null, t: began, cost: now - began }, fact);
      for (const change of changes) log.append({ ...who, causedBy, t: now, cost: 0 }, change);
    },
    lost(intent) {
      const last = log.events.findLast(
        (event) => event.intent === intent && (event.kind === 'request' || event.kind === 'response'),
      );
      if (last?.kind !== 'request') return;
      const { actor, exchange } = last;
      const where = { side: 'world', actor, intent, exchange, phase: 'answer', causedBy: last.id, code: null } as const;
      const fact = { kind: 'failure', answers: last.id, problem: 'page-gone' } as const;
      log.append({ ...where, t: clock.micros(), cost: 0 }, fact);
    },
  };
}
