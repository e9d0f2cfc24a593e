import { expect, test } from 'vitest';
import { packageFolder } from '../../tools/vite/licences.ts';

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
