import type { Activity } from '#browser/client.ts';
import type { DeviceCell } from '#browser/device.ts';
import { editStorage } from '#browser/edit-storage.ts';
import { closeBrowser, closeTab, reloadPage } from '#browser/tabs.ts';
import type { DeviceId } from '#core/actors.ts';
import { COSTS } from '#core/costs.ts';
import { unreachable } from '#core/events.ts';
import type { Intent, IntentId } from '#core/intents.ts';
import type { Clock } from '#core/ports.ts';
import type { SchemeId } from '#core/schemes.ts';
import { deleteFiles, memoryChanges } from '#server/machine.ts';
import type { ServerCell } from '#server/stores/state.ts';
import type { Bystander } from './bystander.ts';
import type { Pages } from './pages.ts';
import type { ProcessOfServer } from './process.ts';
import type { Streams } from './random.ts';
import type { Turn } from './scheduler.ts';

/** What happens to tabs, stores and the server itself, that no client has a part in. */
export type OwnAct = Extract<
  Intent,
  {
    readonly kind: 'sql' | 'restart-server' | 'delete-file' | 'reload' | 'close-tab' | 'close-browser' | 'edit-storage';
  }
>;

/** What of a living world such acts need. */
export interface Stage {
  readonly scheme: SchemeId;
  readonly clock: Clock;
  readonly server: ServerCell;
  readonly pages: Pages;
  cell(device: DeviceId): DeviceCell;
  readonly random: Streams;
  activity(intent: OwnAct & { readonly device: DeviceId }, turn: Turn): Activity;
  readonly bystander: Bystander;
  /** The server's. */
  readonly process: ProcessOfServer;
}

/** Bytes that the statements of one script may draw their chance from. */
const ENTROPY = 16;

/** Import this module lazily: the first lesson needs none of it. */
export async function ownAct(intent: OwnAct, turn: Turn, stage: Stage): Promise<void> {
  switch (intent.kind) {
    case 'sql':
      return sql(intent, turn, stage);
    case 'restart-server':
      return restart(intent.id, turn, stage);
    case 'delete-file':
      return deleteFile(intent, turn, stage);
    case 'reload': {
      stage.pages.end(intent);
      return reloadPage(stage.cell(intent.device), intent.tab ?? 1, stage.activity(intent, turn).open('local'));
    }
    case 'close-tab': {
      stage.pages.end(intent);
      return closeTab(stage.cell(intent.device), intent.tab ?? 1, stage.activity(intent, turn).open('local'));
    }
    case 'close-browser': {
      const { device } = intent;
      stage.pages.end({ device });
      stage.pages.end({ device, tab: 2 });
      return closeBrowser(stage.cell(device), stage.activity(intent, turn).open('local'));
    }
    case 'edit-storage': {
      const open = stage.activity(intent, turn).open('local');
      return editStorage(stage.cell(intent.device), intent, stage.clock.now(), open);
    }
    default:
      return unreachable(intent);
  }
}

/** Its statements run with nobody in between: the console has a connection of its own, and so its own transactions. */
async function sql({ id, statement }: OwnAct & { kind: 'sql' }, turn: Turn, stage: Stage): Promise<void> {
  const { clock, server } = stage;
  if (!server.database) return;
  const { runAtConsole } = await import('#server/console.ts');
  const began = clock.micros();
  await turn.sleep(COSTS.query.micros);
  const moment = { now: clock.now(), entropy: stage.random('database', id).bytes(ENTROPY) };
  for (const { fact, changes } of await runAtConsole(server.database, statement, moment)) {
    stage.bystander.operated(id, 'operate', began, fact, changes);
  }
}

async function restart(id: IntentId, turn: Turn, stage: Stage): Promise<void> {
  const { clock, server } = stage;
  const told = clock.micros();
  await turn.sleep(COSTS.signal.micros);
  const stop = { kind: 'operation', name: 'stop-server', subject: 'app-1' } as const;
  stage.bystander.operated(id, 'stop', told, stop, memoryChanges(server, stage.scheme, 'lost'));
  stage.process.stop();
  const stopped = clock.micros();
  await turn.sleep(COSTS.boot.micros);
  const start = { kind: 'operation', name: 'start-server', subject: 'app-1' } as const;
  stage.bystander.operated(id, 'start', stopped, start, memoryChanges(server, stage.scheme, 'read'));
  stage.process.start();
}

/** Where logins are kept in no files, there is nothing to delete and nothing to tell. */
async function deleteFile({ id, file }: OwnAct & { kind: 'delete-file' }, turn: Turn, stage: Stage): Promise<void> {
  if (stage.scheme !== 'php-session') return;
  const began = stage.clock.micros();
  await turn.sleep(COSTS.fileWrite.micros);
  const fact = { kind: 'operation', name: 'delete-files', subject: file } as const;
  stage.bystander.operated(id, 'operate', began, fact, deleteFiles(stage.server, file));
}
