import { join } from 'node:path';
import { type HtmlTagDescriptor, type Plugin, runnerImport } from 'vite';
import type * as Record from '../record.ts';
import type { Recording } from '../record.ts';

const VIRTUAL_ID = 'virtual:recorded-lessons';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

interface Session {
  readonly recordings: readonly Recording[];
  readonly firstLesson: typeof Record.firstLesson;
  /** The sources that the recordings were made with, absolute. */
  readonly sources: readonly string[];
}

/**
 * Serves `virtual:recorded-lessons/<lesson>`, the traces that a page shows before its own world is there, and
 * `virtual:recorded-lessons`, which knows them all. They are run at build, by the very sources that the page runs. The built document
 * brings the first lesson along, words and traces (`lesson-<id>`, `recorded-<id>`): its first step waits for no other file.
 * @param root the project's root, absolute.
 */
export function recordedLessons(root: string): Plugin {
  let session: Promise<Session> | undefined;
  const forget = (): void => {
    session = undefined;
  };
  let isBuild = false;
  return {
    name: 'claimcheck:recorded-lessons',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL_ID || id.startsWith(`${VIRTUAL_ID}/`) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(RESOLVED_ID)) return null;
      session ??= record(root);
      const { recordings, sources } = await session;
      for (const source of sources) this.addWatchFile(source);
      if (id === RESOLVED_ID) return indexModule(recordings.map(({ lesson }) => lesson));
      const recording = recordings.find(({ lesson }) => id === `${RESOLVED_ID}/${lesson}`);
      if (!recording) throw new Error(`there is no lesson for ${id.slice(1)}`);
      return tracesModule(recording);
    },
    /** In development: when a source of the recordings changes they are made again, and pages that show them are reloaded. */
    async hotUpdate({ file, modules }) {
      const shown = [...this.environment.moduleGraph.idToModuleMap].filter(([id]) => id.startsWith(RESOLVED_ID));
      const concerns = await session?.then(
        ({ sources }) => sources.includes(file),
        () => true,
      );
      if (shown.length === 0 || concerns === false) return;
      forget();
      return [...modules, ...shown.map(([, module]) => module)];
    },
    async transformIndexHtml() {
      if (!isBuild) return;
      session ??= record(root);
      const { recordings, firstLesson } = await session;
      const [first] = recordings;
      if (!first || firstLesson?.id !== first.lesson) throw new Error('the first lesson has no recording');
      return [dataTag(`lesson-${first.lesson}`, firstLesson), dataTag(`recorded-${first.lesson}`, first.traces)];
    },
    closeBundle: forget,
  };
}

/** The world is loaded afresh each time, as it is on disk now. */
async function record(root: string): Promise<Session> {
  const { module, dependencies } = await runnerImport<typeof Record>(join(root, 'tools/record.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  return { recordings: module.recordings, firstLesson: module.firstLesson, sources: dependencies };
}

/** A loader for each lesson, so that opening one fetches no other. */
function indexModule(lessons: readonly string[]): string {
  const entries = lessons.map(
    (id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`${VIRTUAL_ID}/${id}`)}),`,
  );
  return `export const recordedLessons = {\n${entries.join('\n')}\n};\n`;
}

/** Data, which no browser runs and no policy forbids. Nothing in it may look like the end of its element. */
function dataTag(id: string, data: unknown): HtmlTagDescriptor {
  const children = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return { tag: 'script', attrs: { type: 'application/json', id }, children, injectTo: 'body' };
}

/** As text that JSON.parse reads: faster than the same as a literal. */
function tracesModule({ traces }: Recording): string {
  return `export const traces = JSON.parse(${JSON.stringify(JSON.stringify(traces))});\n`;
}
