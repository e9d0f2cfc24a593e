import { execFile } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import type { Recorded, Recording } from '../record.ts';

const VIRTUAL_ID = 'virtual:recorded-lessons';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

/** The rooms that a world and its lessons are made of. */
const SOURCES = ['core', 'token', 'auth', 'server', 'browser', 'world', 'lessons'].map(
  (room) => join('src', room) + sep,
);
const RECORDER = join('tools', 'record.ts');
/** Twelve lessons print some two million characters. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * Serves `virtual:recorded-lessons/<lesson>`, the traces that a page shows before its own world is there, and
 * `virtual:recorded-lessons`, which knows them all. They are run at build, by the very sources that the page runs. The built document
 * brings the first lesson along, words and traces (`lesson-<id>`, `recorded-<id>`): its first step waits for no other file.
 * @param root the project's root, absolute.
 */
export function recordedLessons(root: string): Plugin {
  let recorded: Promise<Recorded> | undefined;
  const forget = (): void => {
    recorded = undefined;
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
      recorded ??= record(root);
      const { recordings } = await recorded;
      if (id === RESOLVED_ID) return indexModule(recordings.map(({ lesson }) => lesson));
      const recording = recordings.find(({ lesson }) => id === `${RESOLVED_ID}/${lesson}`);
      if (!recording) throw new Error(`there is no lesson for ${id.slice(1)}`);
      return tracesModule(recording);
    },
    /** In development: when a source of the recordings changes they are made again, and pages that show them are reloaded. */
    hotUpdate({ file, modules }) {
      if (!isSource(relative(root, file))) return;
      forget();
      const shown = [...this.environment.moduleGraph.idToModuleMap].filter(([id]) => id.startsWith(RESOLVED_ID));
      return [...modules, ...shown.map(([, module]) => module)];
    },
    async transformIndexHtml() {
      if (!isBuild) return;
      recorded ??= record(root);
      const { recordings, firstLesson } = await recorded;
      const [first] = recordings;
      if (!first || firstLesson?.id !== first.lesson) throw new Error('the first lesson has no recording');
      return [dataTag(`lesson-${first.lesson}`, firstLesson), dataTag(`recorded-${first.lesson}`, first.traces)];
    },
    closeBundle: forget,
  };
}

function isSource(file: string): boolean {
  return file === RECORDER || SOURCES.some((room) => file.startsWith(room));
}

/** In a process of its own: the world is loaded afresh each time, as it is on disk now, and nobody else's work holds it up. */
async function record(root: string): Promise<Recorded> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'tools', 'run.js'), RECORDER], {
    cwd: root,
    maxBuffer: OUTPUT_LIMIT,
  });
  return JSON.parse(stdout) as Recorded;
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
