import type { Activity } from '#browser/client.ts';
import type { DeviceId } from '#core/actors.ts';
import type { Exchange } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import type { NetworkProblem } from '#core/own-facts.ts';
import type { Clock } from '#core/ports.ts';
import { WIRE } from '#core/wire.ts';
import type { Process } from './process.ts';
import { createRecorder, type Chain, type EventLog } from './recorder.ts';
import type { Turn } from './scheduler.ts';

/** A round trip under way: what the server's side needs to go on with the record. */
export interface OpenExchange {
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly turn: Turn;
  readonly chain: Chain;
  /** Why the server says nothing, once it is known that it will not. */
  problem: NetworkProblem | null;
}

/** What a device does of an intent. */
export interface ActOnDevice {
  readonly id: IntentId;
  readonly device: DeviceId;
}

export interface ExchangePorts {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Tells this living world's requests from those of others. */
  readonly tag: string;
}

/** The round trips of one world: each request carries the number of its own, so that the server's side finds it again. */
export class Exchanges {
  readonly #ports: ExchangePorts;
  readonly #open = new Map<string, OpenExchange>();

  constructor(ports: ExchangePorts) {
    this.#ports = ports;
  }

  /**
   * What a client carries one intent out with.
   * @param process whose end is the client's as well.
   */
  activity({ id: intent, device }: ActOnDevice, turn: Turn, process?: Process): Activity {
    const { log, clock, tag } = this.#ports;
    const chain: Chain = { last: null };
    const ports = { log, clock, turn, chain, ...(process ? { process } : {}) };
    return {
      open: (exchange) => {
        const request = String(this.#open.size);
        const asked: OpenExchange = { intent, exchange, turn, chain, problem: null };
        this.#open.set(request, asked);
        return {
          recorder: createRecorder(ports, { side: 'browser', actor: device, intent, exchange }),
          tags: { device, run: tag, request },
          problem: () => asked.problem,
        };
      },
      wait: (gate) => turn.pass(gate),
    };
  }

  /** The one that a request belongs to, undefined for a request of none. */
  of({ headers }: Request): OpenExchange | undefined {
    return this.#open.get(headers.get(WIRE.request) ?? '');
  }

  /** None is under way any more. */
  clear(): void {
    this.#open.clear();
  }
}
