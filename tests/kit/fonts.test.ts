import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/kit/fonts.css', import.meta.url), 'utf8');
const files = [...css.matchAll(/url\('([^']+)'\)/g)].map(([, path = '']) =>
  createRequire(import.meta.url).resolve(path),
);

it('loads two font files of together at most 60 kB', () => {
  expect(files).toHaveLength(2);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

it('loads fonts from its own files alone', () => {
  expect(css).not.toMatch(/https?:/);
});

it('shows text in a fallback until they are there', () => {
  const faces = css.split('@font-face').filter((face) => face.includes('url('));
  for (const face of faces) expect(face).toContain('font-display: swap');
});
