import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { readCommandLine, readNumber, UsageError } from './command-line.ts';
import { isBuildFresh } from './freshness.ts';
import { serve, type ServeOptions, type Serving } from './serve.ts';

/*
 * `npm start`: builds what is out of date, serves it, opens it.
 */

const USAGE = `Usage: npm start -- [options]

Options (and what holds without them)
  --port <0 to 65535>  port, or the next free one (4173, or $PORT)
  --host <name>        address to listen on (localhost)
  --base <path>        where the app lies, with a slash at both ends (/)
  --no-open            opens no browser (opens one, but not where $CI is set)
  --help               this text
`;

const PORTS_TRIED = 20;
const root = join(import.meta.dirname, '..');

const asked = readCommandLine(USAGE, readOptions);
if (asked) await start(asked);

interface Options extends Required<Pick<ServeOptions, 'port' | 'host' | 'base'>> {
  readonly open: boolean;
}

function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      host: { type: 'string', default: 'localhost' },
      base: { type: 'string', default: '/' },
      open: { type: 'boolean', default: !process.env['CI'] },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  if (values.help) return 'help';
  const { host, base, open } = values;
  if (!/^\/(?:.*\/)?$/.test(base)) throw new UsageError(`--base takes a path with a slash at both ends, not "${base}"`);
  return { port: readNumber('--port', values.port, 65_535), host, base, open };
}

async function start({ open, ...where }: Options): Promise<void> {
  if (isBuildFresh(root)) console.log('The build is up to date.');
  else await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  const serving = await serveOnFreePort({ folder: join(root, 'dist'), ...where });
  console.log(`\n  Claimcheck is at ${serving.url}\n  Ctrl+C stops it.\n`);
  if (open) openInBrowser(serving.url);
}

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
