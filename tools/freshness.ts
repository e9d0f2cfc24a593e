import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './vite/source-files.ts';

/** Everything that the built folder is made of. */
const INPUTS = ['src', 'public', 'tools', 'index.html', 'vite.config.ts', 'package-lock.json'];

/**
 * Whether there is a build and no input has changed since.
 * @param root the project's root, absolute.
 */
export function isBuildFresh(root: string): boolean {
  const built = modified(join(root, 'dist/index.html'));
  if (built === null) return false;
  const inputs = INPUTS.flatMap((input) => filesUnder(root, input));
  return inputs.every((file) => (modified(join(root, file)) ?? 0) <= built);
}

function modified(file: string): number | null {
  return existsSync(file) ? statSync(file).mtimeMs : null;
}
