import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig } from 'vite';
import { bareImports } from './tools/vite/bare-imports.ts';
import { codeRegions } from './tools/vite/code-regions.ts';
import { leanMsw } from './tools/vite/lean-msw.ts';
import { leanSqlite } from './tools/vite/lean-sqlite.ts';
import { licences } from './tools/vite/licences.ts';
import { offlineWorker } from './tools/vite/offline-worker.ts';
import { reactCompiler } from './tools/vite/react-compiler.ts';
import { recordedLessons } from './tools/vite/recorded-lessons.ts';
import { securityPolicy } from './tools/vite/security-policy.ts';

const root = import.meta.dirname;
const licenceList = licences(root);

/** What lazy parts of every page share: buttons with menus, tabs, where the focus goes. */
const ON_EVERY_PAGE = /\/src\/(?:kit\/|app\/inspector\/focus-places\.ts)/;

/** The lazy parts of every workbench: they come with its first picture, all together. */
const OPENED_AT_ONCE =
  /\/src\/app\/(?:workbench\/(?:lesson-progress|lesson-tools|side-picker|announcer)|lower\/lower-panel|inspector\/inspector|transport\/(?:ticks|figures))\.tsx$/;

export default defineConfig({
  root,
  // Relative, so that the built folder works under any path of any host.
  base: './',
  plugins: [
    bareImports(),
    react(),
    reactCompiler(),
    msw({ mode: 'worker-only' }),
    leanMsw(),
    leanSqlite(),
    codeRegions(root),
    recordedLessons(root),
    securityPolicy(),
    licenceList.page(),
    offlineWorker(join(root, 'src/app/offline/worker.ts')),
  ],
  worker: { format: 'es', plugins: () => [leanSqlite(), licenceList.worker()] },
  build: {
    // No data: URLs, which the policy allows for images alone; no inline script.
    assetsInlineLimit: 0,
    // One stylesheet, with the document, and nothing fetched ahead: the first load then carries no list of what goes with what.
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    // What comes together is one file: it compresses better than the twenty that sharing with other parts would make of it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 3 },
            { name: 'kit', test: ON_EVERY_PAGE, priority: 2 },
            { name: 'workbench', test: OPENED_AT_ONCE, priority: 1 },
          ],
        },
      },
    },
  },
});
