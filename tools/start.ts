import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { isBuildFresh } from './freshness.ts';
import { serve, type ServeOptions, type Serving } from './serve.ts';

/** `npm start [-- --port 4173 --host localhost --base /sub/path/ --no-open]`: builds what is out of date, serves it, opens it. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '4173' },
    host: { type: 'string', default: 'localhost' },
    base: { type: 'string', default: '/' },
    open: { type: 'boolean', default: !process.env['CI'] },
  },
  allowNegative: true,
});

const root = join(import.meta.dirname, '..');
const PORTS_TRIED = 20;

if (isBuildFresh(root)) console.log('The build is up to date.');
else await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });

const serving = await serveOnFreePort({
  folder: join(root, 'dist'),
  port: Number(values.port),
  host: values.host,
  base: values.base,
});
console.log(`\n  Claimcheck is at ${serving.url}\n  Ctrl+C stops it.\n`);
if (values.open) openInBrowser(serving.url);

/** The port that was asked for, or the next free one. */
async function serveOnFreePort(options: ServeOptions): Promise<Serving> {
  for (let port = options.port; ; port += 1) {
    try {
      return await serve({ ...options, port });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= options.port + PORTS_TRIED) throw error;
    }
  }
}

/** Where there is no browser to open (a server, a container), the printed address is enough. */
function openInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
