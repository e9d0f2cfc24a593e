import { paste, type Device, type DeviceCell } from '#browser/device.ts';
import type { FrontEnd } from '#browser/front-ends.ts';
import { NetworkError } from '#browser/network-error.ts';
import type { Fetch } from '#browser/wire.ts';
import type { DeviceId, ServerId } from '#core/actors.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import type { Intent, IntentId } from '#core/intents.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import { answer } from '#server/hosts/answer.ts';
import { takeState } from '#server/stores/open-server.ts';
import type { ServerCell } from '#server/stores/state.ts';
import { actInTab } from './act-in-tab.ts';
import { type Bystander, createBystander } from './bystander.ts';
import { type SingleIntent, singles } from './at-once.ts';
import { createClock, type VirtualClock } from './clock.ts';
import { Exchanges } from './exchanges.ts';
import type { OwnAct } from './own-acts.ts';
import { Pages } from './pages.ts';
import { ProcessEndedError, ProcessOfServer } from './process.ts';
import { createStreams, type Streams } from './random.ts';
import { createRecorder, type EventLog } from './recorder.ts';
import { Scheduler, type Turn } from './scheduler.ts';
import type { Snapshot } from './snapshot.ts';

const SERVER: ServerId = 'app-1';

export interface WorldOptions {
  readonly scheme: SchemeId;
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

/** Devices, a server, a clock and a seed, put together and alive. */
export class World {
  readonly #options: WorldOptions;
  readonly #clock: VirtualClock;
  readonly #server: ServerCell;
  readonly #devices: Record<DeviceId, Device>;
  readonly #pages: Pages;
  readonly #bystander: Bystander;
  readonly #exchanges: Exchanges;
  readonly #random: Streams;
  #settings: Settings;
  #scheduler: Scheduler;
  /** The server's. */
  readonly #process = new ProcessOfServer();

  constructor(options: WorldOptions) {
    const { from } = options;
    this.#options = options;
    this.#random = createStreams(options.seed);
    this.#clock = createClock(from.micros);
    this.#scheduler = new Scheduler(this.#clock);
    this.#settings = from.settings;
    this.#server = options.server;
    this.#devices = { ...from.devices };
    this.#bystander = createBystander(options.log, this.#clock);
    this.#exchanges = new Exchanges({ log: options.log, clock: this.#clock, tag: options.tag });
    this.#pages = new Pages({
      frontEnd: options.frontEnd,
      clock: this.#clock,
      fetch: options.fetch,
      server: SERVER,
      settings: () => this.#settings,
      cell: (device) => this.#cell(device),
    });
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
      await scheduler.run(singles(intent).map((single) => (turn) => this.#actToTheEnd(single, turn)));
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#exchanges.clear();
    }
  }

  /** The server's end of the wire, for requests that carry this world's tag. A request of no exchange under way gets no answer. */
  async answer(request: Request): Promise<Response> {
    const open = this.#exchanges.of(request);
    if (!open) return Response.error();
    const process = this.#process.running;
    if (!process) {
      open.problem = 'server-down';
      return Response.error();
    }
    const { intent, exchange, turn, chain } = open;
    const ports = { log: this.#options.log, clock: this.#clock, turn, chain, process };
    try {
      return await answer(request, {
        server: this.#server,
        recorder: createRecorder(ports, { side: 'server', actor: SERVER, intent, exchange }),
        clock: this.#clock,
        random: this.#random(SERVER, intent),
        settings: this.#settings,
        schemes: [this.#options.scheme],
      });
    } catch (error) {
      if (error instanceof ProcessEndedError) open.problem = 'server-stopped';
      else this.#scheduler.stop(error);
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

  /** An answer that never comes, or a page that is gone, ends what was asked of it and nothing else. */
  async #actToTheEnd(intent: SingleIntent, turn: Turn): Promise<void> {
    try {
      await this.#act(intent, turn);
    } catch (error) {
      if (error instanceof ProcessEndedError) this.#bystander.lost(intent.id);
      else if (!(error instanceof NetworkError)) throw error;
    }
  }

  async #act(intent: SingleIntent, turn: Turn): Promise<void> {
    switch (intent.kind) {
      case 'login':
      case 'list-users':
      case 'refresh':
      case 'logout':
      case 'change-email':
      case 'change-password':
      case 'logout-everywhere':
      case 'end-sessions':
      case 'set-role':
      case 'disable': {
        const { client, process } = this.#pages.at(intent);
        return actInTab(intent, client, this.#exchanges.activity(intent, turn, process));
      }
      case 'copy-credential':
        return this.#copy(intent, turn);
      case 'wait':
        return this.#wait(intent.id, intent.seconds, turn);
      case 'configure':
        return this.#configure(intent.id, intent.settings);
      default:
        return this.#ownAct(intent, turn);
    }
  }

  async #ownAct(intent: OwnAct, turn: Turn): Promise<void> {
    const { ownAct } = await import('./own-acts.ts');
    await ownAct(intent, turn, {
      scheme: this.#options.scheme,
      clock: this.#clock,
      server: this.#server,
      pages: this.#pages,
      cell: (device) => this.#cell(device),
      random: this.#random,
      activity: (act, its) => this.#exchanges.activity(act, its),
      bystander: this.#bystander,
      process: this.#process,
    });
  }

  /** Whoever holds one device copies its credential and holds it on another. */
  #copy(intent: Extract<SingleIntent, { kind: 'copy-credential' }>, turn: Turn): void {
    const activity = this.#exchanges.activity(intent, turn);
    const copied = this.#pages.at(intent).client.copyCredential(activity);
    if (copied) paste(this.#cell(intent.to), copied, activity.open('local').recorder);
  }

  async #wait(intent: IntentId, seconds: number, turn: Turn): Promise<void> {
    const from = this.#clock.micros();
    await turn.sleep(Math.round(seconds * MICROS_PER_SECOND));
    const to = this.#clock.micros();
    this.#bystander.operated(intent, 'wait', from, { kind: 'clock', from, to });
  }

  #configure(intent: IntentId, patch: Partial<Settings>): void {
    const changed = Object.keys(patch) as SettingId[];
    const before = Object.fromEntries(changed.map((id) => [id, this.#settings[id]]));
    this.#bystander.operated(intent, 'configure', this.#clock.micros(), { kind: 'setting', before, after: patch });
    this.#settings = { ...this.#settings, ...patch };
  }

  #cell(id: DeviceId): DeviceCell {
    return {
      get: () => this.#devices[id],
      set: (next) => {
        this.#devices[id] = next;
      },
    };
  }
}
