import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../../tools/need-node.js'), 'utf8');

/** What the check does under a given Node: the exit code, if it stops, and what it says. */
function check(version: string): { readonly code: number | undefined; readonly said: string } {
  let code: number | undefined;
  let said = '';
  const process = {
    versions: { node: version },
    exit: (given: number) => {
      code = given;
    },
  };
  const console = { error: (text: string) => (said += text) };
  runInNewContext(script, { process, console, Number });
  return { code, said };
}

test.each(['20.20.2', '18.19.0', '22.11.0'])('Node %s is told what is needed', (version) => {
  const { code, said } = check(version);
  expect(code).toBe(1);
  expect(said).toContain(`this is Node ${version}`);
  expect(said).toContain('npm ci --ignore-scripts=false');
});

test.each(['22.12.0', '24.21.0', '26.1.0'])('Node %s passes in silence', (version) => {
  expect(check(version)).toEqual({ code: undefined, said: '' });
});
