import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import { defineConfig } from 'vitest/config';
import { LAUNCH_ARGS } from './tools/browser-candidates.ts';
import { browserAtHand } from './tools/browser.ts';
import { codeRegions } from './tools/vite/code-regions.ts';
import { leanSqlite } from './tools/vite/lean-sqlite.ts';
import { offlineWorker } from './tools/vite/offline-worker.ts';
import { reactCompiler } from './tools/vite/react-compiler.ts';
import { recordedLessons } from './tools/vite/recorded-lessons.ts';

const root = import.meta.dirname;
const executablePath = browserAtHand();

export default defineConfig({
  root,
  plugins: [react(), reactCompiler(), leanSqlite(), codeRegions(root), recordedLessons(root)],
  test: {
    // Nothing here measures how fast the machine is: a busy one with two cores must not fail what it does correctly.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/architecture/**', 'tests/browser/**', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', 'tests/e2e/**'],
          setupFiles: ['tests/setup-jsdom.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'architecture', environment: 'node', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        plugins: [msw({ mode: 'worker-only' }), offlineWorker(join(root, 'src/app/offline/worker.ts'))],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...LAUNCH_ARGS] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build-once.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
