import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineNumbers } from '#stage/code/line-numbers.ts';
import { cutListings, extractRegions, type SourceFile } from '../../../tools/vite/extract-regions.ts';

const TEXT = `const before = 1;
// region: jwt.outer
function outer() {
  // region: jwt.outer/inner
  inner();
  // endregion

  last();
}
// endregion
`;

const numbersOf = (file: SourceFile) => {
  const regions = extractRegions([file]);
  return cutListings([file], regions).map((listing) => {
    const lines = listing.text.split('\n').map((text) => [[0, text] as const]);
    const inside = regions.filter(({ name }) => listing.ranges.has(name));
    const sources = inside.map((region) => ({ ...region, lines, from: 0, to: 0 }));
    return { lines: listing.text.split('\n'), numbers: lineNumbers(lines, sources) };
  });
};

describe('line numbers of a listing', () => {
  it('are those of the file, which also has the lines that mark the regions', () => {
    const [listing] = numbersOf({ file: 'src/auth/some.ts', source: TEXT });
    expect(listing?.numbers).toEqual([3, 5, 7, 8, 9]);
  });

  it('are not guessed where regions are missing', () => {
    expect(
      lineNumbers([[], [], []], [{ file: 'a.ts', startLine: 3, endLine: 9, lines: [], from: 0, to: 3 }]),
    ).toBeNull();
  });

  it('point to the very lines of the sources that run', () => {
    const path = new URL('../../../src/auth/php-session.ts', import.meta.url);
    const source = readFileSync(path, 'utf8');
    const inFile = source.split('\n').map((line) => line.trim());
    const listings = numbersOf({ file: 'src/auth/php-session.ts', source });
    expect(listings.length).toBeGreaterThan(0);
    for (const { lines, numbers } of listings) {
      expect(numbers?.map((line) => inFile[line - 1])).toEqual(lines.map((line) => line.trim()));
    }
  });
});
