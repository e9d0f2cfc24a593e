import type { Activity, Client } from '#browser/client.ts';
import { paste, type Device, type DeviceCell } from '#browser/device.ts';
import type { FrontEnd } from '#browser/front-ends.ts';
import { NetworkError } from '#browser/network-error.ts';
import { loginForm } from '#browser/people.ts';
import type { Fetch } from '#browser/wire.ts';
import type { ActorId, DeviceId, ServerId } from '#core/actors.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import type { ChangeFact, Exchange, Fact, NetworkProblem, Phase } from '#core/events.ts';
import type { Intent, IntentId, Place } from '#core/intents.ts';
import type { Random } from '#core/ports.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import { WIRE } from '#core/wire.ts';
import { answer } from '#server/answer.ts';
import { takeState, type ServerCell } from '#server/state.ts';
import { createClock, type VirtualClock } from './clock.ts';
import type { OwnAct } from './own-acts.ts';
import { Pages } from './pages.ts';
import { type Process, ProcessEndedError, startProcess } from './process.ts';
import { createRandom, streamName } from './random.ts';
import { createRecorder, type Chain, type EventLog } from './recorder.ts';
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

type SingleIntent = Exclude<Intent, { kind: 'together' }>;

/** A round trip under way: what the server's side needs to go on with the record. */
interface OpenExchange {
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly turn: Turn;
  readonly chain: Chain;
  /** Why the server says nothing, once it is known that it will not. */
  problem: NetworkProblem | null;
}

/** Devices, a server, a clock and a seed, put together and alive. */
export class World {
  readonly #options: WorldOptions;
  readonly #clock: VirtualClock;
  readonly #server: ServerCell;
  readonly #devices: Record<DeviceId, Device>;
  readonly #pages: Pages;
  readonly #exchanges = new Map<string, OpenExchange>();
  readonly #streams = new Map<string, Random>();
  #settings: Settings;
  #scheduler: Scheduler;
  /** Null while the server is down. */
  #process: Process | null = startProcess();

  constructor(options: WorldOptions) {
    const { from } = options;
    this.#options = options;
    this.#clock = createClock(from.micros);
    this.#scheduler = new Scheduler(this.#clock);
    this.#settings = from.settings;
    this.#server = options.server;
    this.#devices = { ...from.devices };
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
    const open = this.#exchanges.get(request.headers.get(WIRE.request) ?? '');
    if (!open) return Response.error();
    const process = this.#process;
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
      if (error instanceof ProcessEndedError) this.#tellOfLostAnswer(intent);
      else if (!(error instanceof NetworkError)) throw error;
    }
  }

  /** Its request may have been answered: then there is nobody left to take it. */
  #tellOfLostAnswer({ id: intent }: SingleIntent): void {
    const last = this.#options.log.events.findLast(
      (event) => event.intent === intent && (event.kind === 'request' || event.kind === 'response'),
    );
    if (last?.kind !== 'request') return;
    const { actor, exchange } = last;
    const where = { side: 'world', actor, intent, exchange, phase: 'answer', causedBy: last.id } as const;
    const fact = { kind: 'failure', answers: last.id, problem: 'page-gone' } as const;
    this.#options.log.append({ ...where, t: this.#clock.micros(), cost: 0, code: null }, fact);
  }

  async #act(intent: SingleIntent, turn: Turn): Promise<void> {
    switch (intent.kind) {
      case 'login':
        return this.#client(intent, turn, (client, activity) =>
          client.login(activity, loginForm(intent.person, intent.password)),
        );
      case 'list-users':
        return this.#client(intent, turn, (client, activity) => client.listUsers(activity, intent.credential ?? 'own'));
      case 'refresh':
        return this.#client(intent, turn, (client, activity) => client.refresh(activity, intent.credential ?? 'own'));
      case 'logout':
        return this.#client(intent, turn, (client, activity) => client.logout(activity));
      case 'change-email':
      case 'change-password':
      case 'logout-everywhere':
      case 'end-sessions':
      case 'set-role':
      case 'disable':
        return this.#client(intent, turn, (client, activity) => client.account(activity, intent));
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
      random: (actor, id) => this.#random(actor, id),
      activity: (act, its) => this.#activity(act, its),
      operate: (...what) => this.#operate(...what),
      stopServer: () => {
        const stopped = this.#process;
        this.#process = null;
        stopped?.end.open();
      },
      startServer: () => {
        this.#process ??= startProcess();
      },
    });
  }

  /** What a person has the page in a tab do. */
  async #client(
    intent: SingleIntent & Place,
    turn: Turn,
    act: (client: Client, activity: Activity) => Promise<void>,
  ): Promise<void> {
    const { client, process } = this.#pages.at(intent);
    await act(client, this.#activity(intent, turn, process));
  }

  /** Whoever holds one device copies its credential and holds it on another. */
  #copy(intent: Extract<SingleIntent, { kind: 'copy-credential' }>, turn: Turn): void {
    const activity = this.#activity(intent, turn);
    const copied = this.#pages.at(intent).client.copyCredential(activity);
    if (copied) paste(this.#cell(intent.to), copied, activity.open('local').recorder);
  }

  /** What a client carries one intent out with. */
  #activity(intent: SingleIntent & { readonly device: DeviceId }, turn: Turn, process?: Process): Activity {
    const { log, tag } = this.#options;
    const ending = process ? { process } : {};
    const chain: Chain = { last: null };
    return {
      open: (exchange) => {
        const request = String(this.#exchanges.size);
        const asked: OpenExchange = { intent: intent.id, exchange, turn, chain, problem: null };
        this.#exchanges.set(request, asked);
        const bound = { side: 'browser', actor: intent.device, intent: intent.id, exchange } as const;
        return {
          recorder: createRecorder({ log, clock: this.#clock, turn, chain, ...ending }, bound),
          tags: { device: intent.device, run: tag, request },
          problem: () => asked.problem,
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
  #operate(intent: IntentId, phase: Phase, began: number, fact: Fact, changes: readonly ChangeFact[] = []): void {
    const { log } = this.#options;
    const now = this.#clock.micros();
    const who = { side: 'world', actor: 'operator', intent, exchange: 'local', phase, code: null } as const;
    const causedBy = log.append({ ...who, causedBy: null, t: began, cost: now - began }, fact);
    for (const change of changes) log.append({ ...who, causedBy, t: now, cost: 0 }, change);
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
