import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type * as Record from '../record.ts';
import type { Recording } from '../record.ts';

const VIRTUAL_ID = 'virtual:recorded-lessons';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

interface Session {
  readonly recordings: readonly Recording[];
  /** The sources that the recordings were made with, absolute. */
  readonly sources: readonly string[];
}

/**
 * Serves `virtual:recorded-lessons/<lesson>`, the traces that a page shows before its own world is there, and
 * `virtual:recorded-lessons`, which knows them all. They are run at build, by the very sources that the page runs.
 * @param root the project's root, absolute.
 */
export function recordedLessons(root: string): Plugin {
  let session: Promise<Session> | undefined;
  const recorded = (): Promise<Session> => (session ??= record(root));
  return {
    name: 'claimcheck:recorded-lessons',
    resolveId: (id) => (id === VIRTUAL_ID || id.startsWith(`${VIRTUAL_ID}/`) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(RESOLVED_ID)) return null;
      const { recordings, sources } = await recorded();
      for (const source of sources) this.addWatchFile(source);
      if (id === RESOLVED_ID) return indexModule(recordings.map(({ lesson }) => lesson));
      const recording = recordings.find(({ lesson }) => id === `${RESOLVED_ID}/${lesson}`);
      if (!recording) throw new Error(`there is no lesson for ${id.slice(1)}`);
      return tracesModule(recording);
    },
    async handleHotUpdate({ file, server }) {
      if (
        !(await session?.then(
          ({ sources }) => sources.includes(file),
          () => true,
        ))
      )
        return;
      session = undefined;
      for (const [id, module] of server.moduleGraph.idToModuleMap) {
        if (id.startsWith(RESOLVED_ID)) server.moduleGraph.invalidateModule(module);
      }
    },
    watchChange() {
      session = undefined;
    },
  };
}

/** The world is loaded afresh each time, as it is on disk now. */
async function record(root: string): Promise<Session> {
  const { module, dependencies } = await runnerImport<typeof Record>(join(root, 'tools/record.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const sources = dependencies.map((file) => (file.startsWith(root) ? file : join(root, file)));
  return { recordings: await module.recordLessons(), sources };
}

/** A loader for each lesson, so that opening one fetches no other. */
function indexModule(lessons: readonly string[]): string {
  const entries = lessons.map(
    (id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`${VIRTUAL_ID}/${id}`)}),`,
  );
  return `export const recordedLessons = {\n${entries.join('\n')}\n};\n`;
}

/** As text that JSON.parse reads: faster than the same as a literal. */
function tracesModule({ traces }: Recording): string {
  return `export const traces = JSON.parse(${JSON.stringify(JSON.stringify(traces))});\n`;
}
