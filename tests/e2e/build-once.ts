import { join } from 'node:path';
import { build } from 'vite';
import { isBuildFresh } from '../../tools/freshness.ts';

/** The browser tests drive what is shipped, so there must be a build of the sources as they are now. */
export default async function buildOnce(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  if (isBuildFresh(root)) return;
  // Vitest says "test", with which React's development code would be built.
  process.env['NODE_ENV'] = 'production';
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}
