import { join } from 'node:path';
import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import type { Plugin } from 'vite';
import { cutListings, extractRegions, type Listing, type SourceFile } from './extract-regions.ts';
import { readSourceFiles } from './source-files.ts';

/** The rooms whose running code is shown. */
export const REGION_FOLDERS = ['src/server', 'src/auth', 'src/browser'] as const;

const VIRTUAL_ID = 'virtual:code-regions';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

const VARIABLE_PREFIX = '--code-';
const THEME = 'token-kinds';

/** A token is a pair of an index into the kinds of the module and the text. */
type Token = readonly [kind: number, text: string];

/**
 * Serves `virtual:code-regions`: the named regions of the very sources that run, cut out and highlighted at build.
 * The highlighter names the kind of each token, the stylesheet gives the kinds their colours in each theme.
 * @param root the project's root, absolute.
 */
export function codeRegions(root: string): Plugin {
  let highlighter: Promise<Highlighter> | undefined;
  return {
    name: 'claimcheck:code-regions',
    resolveId: (id) => (id === VIRTUAL_ID ? RESOLVED_ID : null),
    async load(id) {
      if (id !== RESOLVED_ID) return null;
      const files = readSourceFiles(root, REGION_FOLDERS);
      for (const { file } of files) this.addWatchFile(join(root, file));
      highlighter ??= createHighlighter({
        langs: ['typescript'],
        themes: [createCssVariablesTheme({ name: THEME, variablePrefix: VARIABLE_PREFIX })],
      });
      return regionsModule(files, await highlighter);
    },
    handleHotUpdate({ file, server }) {
      if (!REGION_FOLDERS.some((folder) => file.startsWith(join(root, folder)))) return;
      const stale = server.moduleGraph.getModuleById(RESOLVED_ID);
      if (stale) server.moduleGraph.invalidateModule(stale);
    },
    async buildEnd() {
      await highlighter?.then((made) => made.dispose());
      highlighter = undefined;
    },
  };
}

/** The text of the module: each listing once, and a record per region that refers to it. */
export function regionsModule(files: readonly SourceFile[], highlighter: Highlighter): string {
  const regions = extractRegions(files);
  const listings = cutListings(files, regions);
  const kinds: string[] = [];
  const constants = listings.map((listing, index) => {
    return `const listing${index} = ${JSON.stringify(tokenize(listing, highlighter, kinds))};`;
  });
  const entries = regions.map((region) => {
    const index = listings.findIndex(({ ranges }) => ranges.has(region.name));
    const range = listings[index]?.ranges.get(region.name);
    if (!range) throw new Error(`region "${region.name}" lies in no listing`);
    const facts = { file: region.file, startLine: region.startLine, endLine: region.endLine, parent: region.parent };
    const [from, to] = range;
    const record = JSON.stringify({ ...facts, from, to }).slice(0, -1);
    return `  ${JSON.stringify(region.name)}: ${record},"lines":listing${index}},`;
  });
  return [
    ...constants,
    `export const tokenKinds = ${JSON.stringify(kinds)};`,
    `export const codeRegions = {\n${entries.join('\n')}\n};`,
    '',
  ].join('\n');
}

/** Lines of tokens, neighbours of one kind joined; `kinds` grows by those not seen before. */
function tokenize(listing: Listing, highlighter: Highlighter, kinds: string[]): readonly (readonly Token[])[] {
  const { tokens } = highlighter.codeToTokens(listing.text, { lang: 'typescript', theme: THEME });
  return tokens.map((line) => {
    const joined: [number, string][] = [];
    for (const { content, color } of line) {
      const kind = indexOfKind(color, kinds);
      const last = joined.at(-1);
      if (last && (last[0] === kind || content.trim() === '')) last[1] += content;
      else joined.push([kind, content]);
    }
    return joined;
  });
}

/** `var(--code-token-keyword)` is the kind `keyword`, `var(--code-foreground)` the kind `foreground`. */
function indexOfKind(color: string | undefined, kinds: string[]): number {
  const kind = (color ?? '').replace(`var(${VARIABLE_PREFIX}`, '').replace(/^token-|\)$/g, '') || 'foreground';
  const known = kinds.indexOf(kind);
  return known >= 0 ? known : kinds.push(kind) - 1;
}
