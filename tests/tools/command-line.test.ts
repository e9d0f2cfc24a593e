import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: unknown;
  readonly output: string;
  readonly error: string;
}

/** Runs a tool with a command line that lets it do nothing, and says how it ended. */
function outcome(tool: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = [join(root, 'tools/run.js'), join(root, 'tools', tool), ...args];
    execFile(process.execPath, command, { cwd: root }, (failure, output, error) =>
      resolve({ code: failure?.code ?? 0, output, error }),
    );
  });
}

test.each([
  ['api.ts', ['--nope'], "Unknown option '--nope'"],
  ['api.ts', ['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x"'],
  ['start.ts', ['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000"'],
  ['start.ts', ['--base', 'sub'], '--base takes a path with a slash at both ends, not "sub"'],
  ['start.ts', ['here'], "Unexpected argument 'here'"],
  ['bench.ts', ['--only', 'nothing'], 'there is no part "nothing"'],
])('%s %j is told what is wrong and what would be right', async (tool, args, problem) => {
  const { code, error } = await outcome(tool, ...args);
  expect(code).toBe(2);
  expect(error).toContain(problem);
  expect(error).toContain('npm ');
  expect(error).not.toContain('    at ');
});

test.each(['api.ts', 'start.ts', 'bench.ts'])('%s explains itself on --help', async (tool) => {
  const { code, output, error } = await outcome(tool, '--help');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(output).toMatch(/npm (run|start)/);
});
