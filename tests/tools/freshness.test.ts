import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isBuildFresh } from '../../tools/freshness.ts';

const root = mkdtempSync(join(tmpdir(), 'claimcheck-fresh-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a file as if at that second. */
function write(file: string, second: number): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, second, second);
}

test('a build is fresh until a source, however deep, or the lock file changes after it', () => {
  write('src/core/events.ts', 100);
  expect(isBuildFresh(root)).toBe(false);
  write('dist/index.html', 200);
  expect(isBuildFresh(root)).toBe(true);
  write('tests/core/events.test.ts', 300);
  expect(isBuildFresh(root)).toBe(true);
  write('src/core/events.ts', 300);
  expect(isBuildFresh(root)).toBe(false);
  write('dist/index.html', 400);
  write('package-lock.json', 500);
  expect(isBuildFresh(root)).toBe(false);
});
