import type { Activity, ClientTools } from '#browser/client.ts';
import { type Device, newDevice } from '#browser/device.ts';
import type { DeviceId } from '#core/actors.ts';
import type { EventId, Exchange, Fact, Phase, RegionName } from '#core/events.ts';
import { type HttpRequest, type HttpResponse, header } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import type { Recorder } from '#core/ports.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { unixSecond } from '#core/trace.ts';
import { WIRE } from '#core/wire.ts';

/** What was recorded, as a flat list: who, in which exchange and phase, from where. */
export type Recorded = Fact & {
  readonly id: EventId;
  readonly by: string;
  readonly exchange: Exchange;
  readonly phase: Phase;
  readonly code: RegionName;
  readonly cost: number;
};

export type Server = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

/** One device with a server of the test's own making. Time passes only where it is recorded. */
export interface Workbench {
  readonly tools: ClientTools;
  readonly events: readonly Recorded[];
  readonly requests: readonly HttpRequest[];
  device: Device;
  settings: ReturnType<ClientTools['settings']>;
  micros: number;
  /** An activity whose facts are filed under this name. */
  activity(by?: string): Activity;
}

export function workbench(server: Server, id: DeviceId = 'laptop'): Workbench {
  const events: Recorded[] = [];
  const requests: HttpRequest[] = [];
  const bench: Workbench = {
    events,
    requests,
    device: newDevice(id),
    settings: DEFAULT_SETTINGS,
    micros: 0,
    activity: (by = 'intent') => ({
      open: (exchange) => ({
        recorder: recorderFor(bench, events, by, exchange),
        tags: { device: id, run: 'run', request: `${by}/${exchange}` },
      }),
      wait: (gate) => new Promise((resolve) => gate.onOpen(resolve)),
    }),
    tools: {
      device: {
        get: () => bench.device,
        set: (next) => {
          bench.device = next;
        },
      },
      clock: { now: () => unixSecond(bench.micros), micros: () => bench.micros },
      server: 'app-1',
      tab: 1,
      tabLock: { holder: null },
      settings: () => bench.settings,
      fetch: async (wire) => {
        const request = await trueRequest(wire);
        requests.push(request);
        return wireResponse(await server(request));
      },
    },
  };
  return bench;
}

function recorderFor(bench: Workbench, events: Recorded[], by: string, exchange: Exchange): Recorder {
  const append = (phase: Phase, code: RegionName, cost: number, fact: Fact): EventId => {
    const id: EventId = `e${events.length}`;
    events.push({ ...fact, id, by, exchange, phase, code, cost });
    return id;
  };
  return {
    note: (phase, code, fact) => append(phase, code, 0, fact),
    async perform(phase, code, cost, act) {
      bench.micros += cost;
      const { fact, changes = [], value } = await act(`e${events.length}`);
      append(phase, code, cost, fact);
      for (const change of changes) append(phase, code, 0, change);
      return value;
    },
  };
}

/** What a server makes of the wire: the true names again. */
async function trueRequest(wire: Request): Promise<HttpRequest> {
  const headers: [string, string][] = [...wire.headers].filter(([name]) => !name.startsWith('x-sim-'));
  const cookie = wire.headers.get(WIRE.cookie);
  if (cookie !== null) headers.push(['cookie', cookie]);
  const origin = wire.headers.get(WIRE.origin);
  if (origin !== null) headers.push(['origin', origin]);
  return { method: wire.method, url: wire.url, headers, body: await wire.text() };
}

function wireResponse({ status, headers, body }: HttpResponse): Response {
  const cookies = headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
  const others = headers
    .filter(([name]) => name !== 'Set-Cookie')
    .map(([name, value]): [string, string] => [name, value]);
  return new Response(body, { status, headers: [...others, [WIRE.setCookie, JSON.stringify(cookies)]] });
}

/** For acts whose record a test does not look at. */
export const UNRECORDED: Recorder = {
  note: () => 'e0',
  perform: async (_phase, _code, _cost, act) => (await act('e0')).value,
};

export function json(status: number, body: JsonValue, ...cookies: readonly string[]): HttpResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json'], ...cookies.map((line) => ['Set-Cookie', line] as const)],
    body: JSON.stringify(body),
  };
}

export function pathOf(request: HttpRequest): string {
  return new URL(request.url).pathname;
}

export function bearerOf(request: HttpRequest): string | null {
  return header(request.headers, 'authorization')?.replace(/^Bearer /, '') ?? null;
}

/** The story in short: `request/ask action:read-token`. */
export function story(events: readonly Recorded[]): readonly string[] {
  return events.map((event) => `${event.exchange}/${event.phase} ${detail(event)}`);
}

function detail(event: Recorded): string {
  switch (event.kind) {
    case 'action':
      return event.name;
    case 'request':
      return `${event.message.method} ${pathOf(event.message)}`;
    case 'response':
      return String(event.message.status);
    case 'change':
      return `${event.after === null ? '-' : '+'}${event.area.name} ${event.key}`;
    case 'decision':
      return `${event.about} ${event.reason}`;
    default:
      return event.kind;
  }
}
