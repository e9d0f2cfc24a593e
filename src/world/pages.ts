import type { Client, ClientTools } from '#browser/client.ts';
import type { DeviceCell } from '#browser/device.ts';
import type { FrontEnd } from '#browser/front-ends.ts';
import type { Lock } from '#browser/gate.ts';
import type { DeviceId } from '#core/actors.ts';
import type { Place } from '#core/intents.ts';
import { type Process, requireAlive, startProcess } from './process.ts';

/** The site's script in one tab, from loading to loading anew. */
export interface Page {
  readonly client: Client;
  readonly process: Process;
}

/** What every page of a world stands on; the rest is its own. */
export interface PageTools extends Omit<ClientTools, 'device' | 'tab' | 'tabLock'> {
  readonly frontEnd: FrontEnd;
  cell(device: DeviceId): DeviceCell;
}

/** The pages of all devices, each loaded when its tab is first used. */
export class Pages {
  readonly #tools: PageTools;
  /** By device and tab. */
  readonly #loaded = new Map<string, Page>();
  readonly #tabLocks = new Map<DeviceId, Lock>();

  constructor(tools: PageTools) {
    this.#tools = tools;
  }

  at(place: Place): Page {
    const known = this.#loaded.get(nameOf(place));
    if (known) return known;
    const page = this.#load(place);
    this.#loaded.set(nameOf(place), page);
    return page;
  }

  /** Whatever its script was about to do does not happen. The tab is used anew when it is used again. */
  end(place: Place): void {
    const page = this.#loaded.get(nameOf(place));
    this.#loaded.delete(nameOf(place));
    page?.process.end.open();
  }

  #load({ device, tab }: Place): Page {
    const { clock, fetch, server } = this.#tools;
    const process = startProcess();
    const tabLock = this.#tabLocks.get(device) ?? { holder: null };
    this.#tabLocks.set(device, tabLock);
    const client = this.#tools.frontEnd({
      clock,
      fetch,
      server,
      settings: () => this.#tools.settings(),
      device: cellOf(this.#tools.cell(device), process),
      tab: tab ?? 1,
      tabLock,
    });
    return { client, process };
  }
}

function nameOf({ device, tab }: Place): string {
  return `${device}/${tab ?? 1}`;
}

/** A page that is gone changes nothing. */
function cellOf(cell: DeviceCell, process: Process): DeviceCell {
  return {
    get: () => cell.get(),
    set: (next) => {
      requireAlive(process);
      cell.set(next);
    },
  };
}
