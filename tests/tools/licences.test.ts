import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageFolder, readLicence } from '../../tools/vite/licences.ts';

test.each([
  ['/p/node_modules/jose/dist/index.js', '/p/node_modules/jose'],
  ['/p/node_modules/@base-ui/react/dialog/index.js?v=1', '/p/node_modules/@base-ui/react'],
  ['/p/node_modules/a/node_modules/b/x.js', '/p/node_modules/a/node_modules/b'],
  ['\0/p/node_modules/jose/x.js', '/p/node_modules/jose'],
  ['node_modules/@fontsource-variable/x/files/a.woff2', '/root/node_modules/@fontsource-variable/x'],
])('%j belongs to the package in %s', (file, folder) => {
  expect(packageFolder('/root', file)).toBe(folder);
});

test.each(['/p/src/app/main.tsx', '\0virtual:code-regions', 'public/icon.svg'])('%j belongs to no package', (file) => {
  expect(packageFolder('/root', file)).toBeNull();
});

function packageWith(manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-licence-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const all = { 'package.json': JSON.stringify({ name: 'p', version: '1.0.0', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return folder;
}

test('the licence file of a package is shown whole', () => {
  const folder = packageWith({ license: 'MIT' }, { 'LICENSE.md': 'Permission is hereby granted\n' });
  expect(readLicence(folder)).toEqual({
    name: 'p',
    version: '1.0.0',
    licence: 'MIT',
    text: 'Permission is hereby granted',
  });
});

test('a package without a licence file is shown with what its manifest says', () => {
  const { text } = readLicence(packageWith({ license: 'MIT', author: { name: 'Ada' } }));
  expect(text).toContain('Ada');
  expect(text).toContain('MIT');
});

test('a package that names no licence stops the build', () => {
  expect(() => readLicence(packageWith({}))).toThrow('p is shipped but names no licence');
});
