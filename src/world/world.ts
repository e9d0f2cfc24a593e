import type { Activity, Client } from '#browser/client.ts';
import { paste, type Device, type DeviceCell } from '#browser/device.ts';
import type { FrontEnd } from '#browser/front-ends.ts';
import type { Lock } from '#browser/gate.ts';
import { loginForm } from '#browser/people.ts';
import type { Fetch } from '#browser/wire.ts';
import type { ActorId, DeviceId, ServerId } from '#core/actors.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import { unreachable, type Exchange, type Fact, type Phase } from '#core/events.ts';
import type { Intent, IntentId, Place } from '#core/intents.ts';
import type { Random } from '#core/ports.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import { WIRE } from '#core/wire.ts';
import { answer } from '#server/answer.ts';
import { takeState, type ServerCell } from '#server/state.ts';
import { createClock, type VirtualClock } from './clock.ts';
import { createRandom, streamName } from './random.ts';
import { createRecorder, type Chain, type EventLog } from './recorder.ts';
import { Scheduler, type Turn } from './scheduler.ts';
import type { Snapshot } from './snapshot.ts';

const SERVER: ServerId = 'app-1';

export interface WorldOptions {
  readonly seed: number;
  /** What the site serves under the run's scheme. */
  readonly frontEnd: FrontEnd;
  /** Where it goes on from. */
  readonly from: Snapshot;
  /** Opened from the snapshot's state. Whoever opened it closes it. */
  readonly server: ServerCell;
  readonly log: EventLog;
  /** Tells this living world's requests from those of others. Never recorded. */
  readonly tag: string;
  /** How requests leave; they must come back to `answer`. */
  readonly fetch: Fetch;
}

type SingleIntent = Exclude<Intent, { kind: 'together' }>;

/** A round trip under way: what the server's side needs to go on with the record. */
interface OpenExchange {
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly turn: Turn;
  readonly chain: Chain;
}

/** Devices, a server, a clock and a seed, put together and alive. */
export class World {
  readonly #options: WorldOptions;
  readonly #clock: VirtualClock;
  readonly #server: ServerCell;
  readonly #devices: Record<DeviceId, Device>;
  /** By device and tab, each made when it is first used. */
  readonly #clients = new Map<string, Client>();
  /** By device. */
  readonly #tabLocks = new Map<DeviceId, Lock>();
  readonly #exchanges = new Map<string, OpenExchange>();
  readonly #streams = new Map<string, Random>();
  #settings: Settings;
  #scheduler: Scheduler;

  constructor(options: WorldOptions) {
    const { from } = options;
    this.#options = options;
    this.#clock = createClock(from.micros);
    this.#scheduler = new Scheduler(this.#clock);
    this.#settings = from.settings;
    this.#server = options.server;
    this.#devices = { ...from.devices };
  }

  /**
   * Carries one intent out and records it.
   * @throws what went wrong on either side, or the signal's reason.
   */
  async execute(intent: Intent, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const scheduler = new Scheduler(this.#clock);
    this.#scheduler = scheduler;
    const stop = (): void => scheduler.stop(signal?.reason);
    signal?.addEventListener('abort', stop);
    try {
      await scheduler.run(singles(intent).map((single) => (turn) => this.#act(single, turn)));
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#exchanges.clear();
    }
  }

  /** The server's end of the wire, for requests that carry this world's tag. A request of no exchange under way gets no answer. */
  async answer(request: Request): Promise<Response> {
    const open = this.#exchanges.get(request.headers.get(WIRE.request) ?? '');
    if (!open) return Response.error();
    const { intent, exchange, turn, chain } = open;
    const ports = { log: this.#options.log, clock: this.#clock, turn, chain };
    try {
      return await answer(request, {
        server: this.#server,
        recorder: createRecorder(ports, { side: 'server', actor: SERVER, intent, exchange }),
        clock: this.#clock,
        random: this.#random(SERVER, intent),
        settings: this.#settings,
      });
    } catch (error) {
      this.#scheduler.stop(error);
      return Response.error();
    }
  }

  /** The world as it stands between two intents. */
  async snapshot(): Promise<Snapshot> {
    return {
      micros: this.#clock.micros(),
      settings: this.#settings,
      server: await takeState(this.#server),
      devices: { ...this.#devices },
      events: this.#options.log.events.length,
    };
  }

  async #act(intent: SingleIntent, turn: Turn): Promise<void> {
    switch (intent.kind) {
      case 'login':
        return this.#client(intent).login(this.#activity(intent, turn), loginForm(intent.person, intent.password));
      case 'list-users':
        return this.#client(intent).listUsers(this.#activity(intent, turn), intent.credential ?? 'own');
      case 'refresh':
        return this.#client(intent).refresh(this.#activity(intent, turn), intent.credential ?? 'own');
      case 'logout':
        return this.#client(intent).logout(this.#activity(intent, turn));
      case 'change-email':
      case 'change-password':
      case 'logout-everywhere':
      case 'end-sessions':
      case 'set-role':
      case 'disable':
        return this.#client(intent).account(this.#activity(intent, turn), intent);
      case 'copy-credential':
        return this.#copy(intent, turn);
      case 'wait':
        return this.#wait(intent.id, intent.seconds, turn);
      case 'configure':
        return this.#configure(intent.id, intent.settings);
      default:
        return unreachable(intent);
    }
  }

  /** Whoever holds one device copies its credential and holds it on another. */
  #copy(intent: Extract<SingleIntent, { kind: 'copy-credential' }>, turn: Turn): void {
    const activity = this.#activity(intent, turn);
    const copied = this.#client(intent).copyCredential(activity);
    if (copied) paste(this.#cell(intent.to), copied, activity.open('local').recorder);
  }

  /** What a client carries one intent out with. */
  #activity(intent: SingleIntent & { readonly device: DeviceId }, turn: Turn): Activity {
    const { log, tag } = this.#options;
    const chain: Chain = { last: null };
    return {
      open: (exchange) => {
        const request = String(this.#exchanges.size);
        this.#exchanges.set(request, { intent: intent.id, exchange, turn, chain });
        const bound = { side: 'browser', actor: intent.device, intent: intent.id, exchange } as const;
        return {
          recorder: createRecorder({ log, clock: this.#clock, turn, chain }, bound),
          tags: { device: intent.device, run: tag, request },
        };
      },
      wait: (gate) => turn.pass(gate),
    };
  }

  async #wait(intent: IntentId, seconds: number, turn: Turn): Promise<void> {
    const from = this.#clock.micros();
    await turn.sleep(Math.round(seconds * MICROS_PER_SECOND));
    const to = this.#clock.micros();
    this.#operate(intent, 'wait', from, { kind: 'clock', from, to });
  }

  #configure(intent: IntentId, patch: Partial<Settings>): void {
    const changed = Object.keys(patch) as SettingId[];
    const before = Object.fromEntries(changed.map((id) => [id, this.#settings[id]]));
    this.#operate(intent, 'configure', this.#clock.micros(), { kind: 'setting', before, after: patch });
    this.#settings = { ...this.#settings, ...patch };
  }

  /** The world's own doing, that no device and no server has a part in. */
  #operate(intent: IntentId, phase: Phase, began: number, fact: Fact): void {
    const cost = this.#clock.micros() - began;
    const who = { side: 'world', actor: 'operator', intent, exchange: 'local' } as const;
    this.#options.log.append({ ...who, phase, causedBy: null, t: began, cost, code: null }, fact);
  }

  #client({ device, tab: other }: Place): Client {
    const tab = other ?? 1;
    const name = `${device}/${tab}`;
    const known = this.#clients.get(name);
    if (known) return known;
    const tabLock = this.#tabLocks.get(device) ?? { holder: null };
    this.#tabLocks.set(device, tabLock);
    const client = this.#options.frontEnd({
      device: this.#cell(device),
      clock: this.#clock,
      fetch: this.#options.fetch,
      server: SERVER,
      tab,
      tabLock,
      settings: () => this.#settings,
    });
    this.#clients.set(name, client);
    return client;
  }

  #cell(id: DeviceId): DeviceCell {
    return {
      get: () => this.#devices[id],
      set: (next) => {
        this.#devices[id] = next;
      },
    };
  }

  #random(actor: ActorId, intent: IntentId): Random {
    const name = streamName(this.#options.seed, actor, intent);
    const stream = this.#streams.get(name) ?? createRandom(name);
    this.#streams.set(name, stream);
    return stream;
  }
}

/** The acts of an intent that begin at the same moment, in the order given. */
function singles(intent: Intent): readonly SingleIntent[] {
  return intent.kind === 'together' ? intent.intents.flatMap(singles) : [intent];
}
