import { join } from 'node:path';
import { expect, test } from 'vitest';
import { regionComplaints } from '../../tools/region-uses.ts';
import { REGION_FOLDERS } from '../../tools/vite/code-regions.ts';
import { extractRegions } from '../../tools/vite/extract-regions.ts';
import { readSourceFiles } from '../../tools/vite/source-files.ts';

const root = join(import.meta.dirname, '../..');
const files = readSourceFiles(root, REGION_FOLDERS);

test('every region has an end and a name of its own, and the server has some', () => {
  const regions = extractRegions(files);
  expect(regions.filter(({ file }) => file.startsWith('src/server/'))).not.toEqual([]);
});

test('every recording call stands in the region that it names, and every region records', () => {
  expect(regionComplaints(files, extractRegions(files))).toEqual([]);
});
