import { spawn } from 'node:child_process';
import { BROWSER_VARIABLE } from './browser-candidates.ts';
import { findBrowser, NoBrowserError } from './browser.ts';

/*
 * `node tools/with-browser.ts <command>`: runs the command with a browser that is known to start.
 */

const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error('usage: node tools/with-browser.ts <command> [arguments]');

try {
  const { path, how, version } = await findBrowser();
  console.log(`Browser: Chromium ${version}, ${path} (${how})`);
  const env = { ...process.env, [BROWSER_VARIABLE]: path };
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
