import { parseArgs } from 'node:util';
import { fromHex } from '#auth/hex.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { allowedValues, readSetting, writeSetting } from '#core/setting-text.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { createNodeHost } from '#server/hosts/node-host.ts';
import { createStandalone } from '#server/hosts/standalone.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { createRandom, streamName } from '#world/random.ts';
import { readCommandLine, readNumber, UsageError } from './command-line.ts';

/*
 * `npm run api`: the simulated server on a real socket, for curl, Postman or a real front end.
 */

const NAME_WIDTH = Math.max(...SETTING_SPECS.map(({ option }) => option.length)) + 2;

const USAGE = `Usage: npm run api -- [options]

Options (and what holds without them)
  --port <0 to 65535>   port on 127.0.0.1, 0 for any free one (8787)
  --seed <number>       whole; the same seed gives the same ids and tokens (1)
  --jwt-secret <hex>    64 hexadecimal digits, the secret of HS256 (drawn from the seed)
  --set <name>=<value>  a setting, as often as needed
  --help                this text

Settings (and what holds without them)
${SETTING_SPECS.map((spec) => `  ${spec.option.padEnd(NAME_WIDTH)}${allowedValues(spec)} (${writeSetting(DEFAULT_SETTINGS[spec.id])})`).join('\n')}

Requests that are no part of the simulated site: POST /__clock {"advance": seconds} moves time, POST /__reset begins everything anew.
`;

interface Options {
  readonly port: number;
  readonly seed: number;
  readonly jwtSecret: Uint8Array | null;
  readonly settings: Settings;
}

function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8787' },
      seed: { type: 'string', default: '1' },
      'jwt-secret': { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: readNumber('--port', values.port, 65_535),
    seed: readNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER),
    jwtSecret: readSecret(values['jwt-secret']),
    settings: values.set.reduce(applySetting, DEFAULT_SETTINGS),
  };
}

function readSecret(text: string | undefined): Uint8Array | null {
  if (text === undefined) return null;
  if (/^[0-9a-f]{64}$/i.test(text)) return fromHex(text);
  throw new UsageError(`--jwt-secret takes 64 hexadecimal digits, not ${text.length} characters like these`);
}

function applySetting(settings: Settings, pair: string): Settings {
  const at = pair.indexOf('=');
  if (at < 0) throw new UsageError(`--set takes name=value, not "${pair}"`);
  const reading = readSetting(pair.slice(0, at), pair.slice(at + 1));
  if (reading.ok) return { ...settings, ...reading.patch };
  const { problem } = reading;
  throw new UsageError(
    problem.code === 'unknown-setting'
      ? `there is no setting "${problem.name}"`
      : `the setting "${problem.name}" takes ${problem.allowed}, not "${problem.value}"`,
  );
}

async function serve({ port, seed, jwtSecret, settings }: Options): Promise<void> {
  const seededRandom = () => createRandom(streamName(seed, 'app-1', ''));
  const receive = await createStandalone({ settings, jwtSecret, seededRandom, engine: await loadSqlite() });
  const host = createNodeHost(receive, (error) => console.error(error));

  host.on('error', (error) => {
    console.error(`cannot listen on port ${port}: ${error.message}`);
    process.exitCode = 1;
  });
  host.listen(port, '127.0.0.1', () => {
    const address = host.address();
    const actual = typeof address === 'object' && address ? address.port : port;
    console.log(`listening on http://127.0.0.1:${actual}`);
  });

  const stop = (): void => {
    host.close();
    host.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.env['npm_lifecycle_event']) stopWithParent(stop);
}

/** npm sends a signal to the shell between it and us, which dies of it and tells nobody. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 100);
  watch.unref();
}

const options = readCommandLine(USAGE, () => readOptions(process.argv.slice(2)));
if (options) await serve(options);
