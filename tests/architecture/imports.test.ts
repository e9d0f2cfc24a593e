import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DETERMINISTIC_ROOMS, REAL_TIME_ALLOWED, ROOMS } from '../../tools/architecture.ts';
import { complaintAbout, roomOf } from '../../tools/import-rules.ts';
import { parseImports } from '../../tools/parse-imports.ts';
import { realTimeUses } from '../../tools/real-time.ts';
import { readSourceFiles } from '../../tools/vite/source-files.ts';

const root = join(import.meta.dirname, '../..');
const files = readSourceFiles(root, ['src']);
const imports = files.flatMap(parseImports);
const rooms = readdirSync(join(root, 'src'));

test('the check reads source files and finds imports in them', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(imports.length).toBeGreaterThan(0);
});

test('every import is one that the table of rooms allows', () => {
  expect(imports.map(complaintAbout).filter((complaint) => complaint !== null)).toEqual([]);
});

test('every folder under src is a room of the table', () => {
  expect(rooms.filter((room) => !(room in ROOMS))).toEqual([]);
});

test('every room has a README', () => {
  expect(rooms.filter((room) => !existsSync(join(root, 'src', room, 'README.md')))).toEqual([]);
});

test('no room of the simulation reads the real clock or real randomness', () => {
  const simulated = files.filter(({ file }) => DETERMINISTIC_ROOMS.includes(roomOf(file)));
  const uses = simulated.filter(({ file }) => !(file in REAL_TIME_ALLOWED)).flatMap(realTimeUses);
  expect(uses).toEqual([]);
});

test('every exception to the clock rule is still used', () => {
  const byName = new Map(files.map((file) => [file.file, file]));
  const idle = Object.keys(REAL_TIME_ALLOWED).filter((name) => {
    const file = byName.get(name);
    return !file || realTimeUses(file).length === 0;
  });
  expect(idle).toEqual([]);
});
