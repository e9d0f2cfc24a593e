import { loadFrontEnd } from '#browser/front-ends.ts';
import type { Fetch } from '#browser/wire.ts';
import type { RunId } from '#core/events.ts';
import { allIntents, type Intent, type IntentId, type RunSpec } from '#core/intents.ts';
import { RunError, type Runner } from '#core/ports.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { TRACE_VERSION, type Trace } from '#core/trace.ts';
import { WIRE } from '#core/wire.ts';
import type { LoadSqlEngine, SqlEngine } from '#server/sql/database.ts';
import { initialServerState, openServer } from '#server/stores/open-server.ts';
import { deepFreeze } from './freeze.ts';
import { createRandom, digest, streamName } from './random.ts';
import { createEventLog } from './recorder.ts';
import { initialSnapshot, stateOf } from './snapshot.ts';
import { TraceCache, type KeptRun, type SharedPrefix } from './trace-cache.ts';
import { World } from './world.ts';

/** Enough for both sides of a lesson and every branch that its reader is likely to go back to. */
const KEPT_RUNS = 24;

export interface RunnerOptions {
  /** How requests leave. Each must come back to `answer`, and to nobody else. */
  readonly fetch: Fetch;
  /** Freezes events through and through, as in development. */
  readonly freeze?: boolean;
  /** How the SQL engine is had: asked only for schemes that need it. */
  readonly loadSql: LoadSqlEngine;
}

export interface WorldRunner extends Runner {
  /** The server's end of the wire for every world that is alive. A request of none is answered with a network error. */
  answer(request: Request): Promise<Response>;
  /** How many intents have been carried out so far: a fork adds those of its suffix only. */
  readonly executed: number;
}

/** Makes worlds, one for each run; several may be alive at once. */
export function createRunner({ fetch, freeze = false, loadSql }: RunnerOptions): WorldRunner {
  const cache = new TraceCache(KEPT_RUNS);
  const alive = new Map<string, World>();
  let born = 0;
  let executed = 0;

  const carryOn = async (
    start: KeptRun,
    spec: RunSpec,
    engine: SqlEngine | null,
    signal?: AbortSignal,
  ): Promise<KeptRun> => {
    const { trace, snapshots } = start;
    const [last] = snapshots.slice(-1);
    if (!last) throw new Error('a kept run without its beginning');
    const reached = [...snapshots];
    const log = createEventLog(trace.run, trace.events, freeze);
    const tag = String((born += 1));
    const frontEnd = await loadFrontEnd(spec.scheme);
    const server = await openServer(last.server, engine);
    const world = new World({ scheme: spec.scheme, seed: spec.seed, frontEnd, from: last, server, log, tag, fetch });
    alive.set(tag, world);
    try {
      for (const intent of spec.intents.slice(snapshots.length - 1)) {
        await world.execute(intent, signal);
        executed += 1;
        reached.push(await world.snapshot());
      }
    } finally {
      alive.delete(tag);
      await server.database?.close();
    }
    return { trace: { ...trace, spec, events: log.events }, snapshots: reached };
  };

  const make = async (asked: RunSpec, signal?: AbortSignal): Promise<Trace> => {
    signal?.throwIfAborted();
    const spec = structuredClone(asked);
    requireDistinctIds(spec.intents);
    const shared = cache.longestPrefix(spec);
    if (shared && isWhole(shared, spec)) return shared.kept.trace;
    const engine = SCHEME_TEXTS[spec.scheme].sql ? await loadSql() : null;
    const start = shared ? cut(shared) : await begin(spec, engine);
    const run = await carryOn(start, spec, engine, signal);
    const kept = freeze ? { ...run, trace: deepFreeze(run.trace) } : run;
    cache.keep(kept);
    return kept.trace;
  };

  return {
    get executed() {
      return executed;
    },
    answer: async (request) => alive.get(request.headers.get(WIRE.run) ?? '')?.answer(request) ?? Response.error(),
    async run(spec, signal) {
      try {
        return await make(spec, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof RunError ? error : new RunError('failed', { cause: error });
      }
    },
  };
}

/**
 * A runner whose requests go straight to the server, over the same translations of the wire, and whose SQL engine is on this thread: for Node,
 * where nothing needs intercepting.
 */
export function createDirectRunner(options: Partial<Omit<RunnerOptions, 'fetch'>> = {}): WorldRunner {
  const runner: WorldRunner = createRunner({
    loadSql: loadSqlHere,
    ...options,
    fetch: (request) => runner.answer(request),
  });
  return runner;
}

const loadSqlHere: LoadSqlEngine = async () => (await import('#server/sql/sqlite.ts')).loadSqlite();

/** The world before its first intent. */
async function begin(spec: RunSpec, engine: SqlEngine | null): Promise<KeptRun> {
  const server = await initialServerState(createRandom(streamName(spec.seed, 'app-1', '')), { engine });
  const start = initialSnapshot(spec.settings, server);
  const trace: Trace = { version: TRACE_VERSION, run: runId(spec), spec, initial: stateOf(start), events: [] };
  return { trace, snapshots: [start] };
}

/** What a kept run and a new one have in common: nothing in it is copied but the list of events. */
function cut({ kept: { trace, snapshots }, length }: SharedPrefix): KeptRun {
  const reached = snapshots.slice(0, length + 1);
  return { trace: { ...trace, events: trace.events.slice(0, reached.at(-1)?.events) }, snapshots: reached };
}

function isWhole({ kept, length }: SharedPrefix, spec: RunSpec): boolean {
  return length === spec.intents.length && length === kept.trace.spec.intents.length;
}

/** Tells runs apart and never depends on what happens in them, so that a fork shares its prefix's events as they are. */
function runId({ scheme, seed, settings }: RunSpec): RunId {
  const members = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${scheme}-${seed}-${digest(JSON.stringify(members))}`;
}

/** Ids name random streams, steps and links: two intents of one name would be one to all of them. */
function requireDistinctIds(intents: readonly Intent[]): void {
  const seen = new Set<IntentId>();
  for (const { id } of allIntents(intents)) {
    if (id === '' || seen.has(id)) throw new TypeError(`an intent needs a name of its own, not "${id}"`);
    seen.add(id);
  }
}
