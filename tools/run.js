// Runs a tool written in TypeScript: `node tools/run.js tools/api.ts --port 0`. Plain JavaScript, so that an old Node can say so.
// One command and one process, not `check && run`: npm's shell then becomes it, and a signal sent to npm arrives.
// oxlint-disable-next-line import/no-unassigned-import
import './need-node.js';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [node, , tool, ...args] = process.argv;

if (process.features.typescript) {
  process.argv = [node, tool, ...args];
  await import(pathToFileURL(resolve(tool)).href);
} else {
  // Node 22.12 to 22.17 strip types only when told to.
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, tool, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
