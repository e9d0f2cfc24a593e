import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SourceFile } from './extract-regions.ts';

/**
 * Every TypeScript file under the given folders, in a fixed order. A folder that is not there has no files.
 * @param root the project's root, absolute; folders and the answer's `file`s are relative to it, with `/`.
 */
export function readSourceFiles(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));
}

/** Every file under a folder, at any depth, sorted; a file is itself; none where there is neither. */
export function filesUnder(root: string, path: string): readonly string[] {
  const start = join(root, path);
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [path];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
