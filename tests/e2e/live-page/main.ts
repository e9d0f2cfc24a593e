import { startLive, type Live } from '#app/live/live.ts';
import { keepFilesForOffline } from '#app/offline/keep-files.ts';
import type { RunSpec } from '#core/intents.ts';
import { RunError } from '#core/ports.ts';
import type { Trace } from '#core/trace.ts';

/** What a test can have this page do. Errors come back as their codes; a start as what catches the requests. */
export interface LivePage {
  start(): Promise<string>;
  run(spec: RunSpec): Promise<Trace | string>;
  via(): Live['via'] | null;
  /** Has the worker keep the app's files, as the app does once it is live. */
  keepFiles(): void;
}

let live: Live | null = null;

const code = (error: unknown): string => (error instanceof RunError ? error.code : String(error));

const livePage: LivePage = {
  start: () =>
    startLive({ baseUrl: new URL('./', location.href).href }).then((started) => {
      live = started;
      return started.via;
    }, code),
  run: async (spec) => (live ? live.runner.run(spec).catch(code) : 'not started'),
  via: () => live?.via ?? null,
  keepFiles: keepFilesForOffline,
};

Object.assign(globalThis, { livePage });
