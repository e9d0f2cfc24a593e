import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Every file under a folder, at any depth, sorted; none where there is no such folder. */
export function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
    .toSorted();
}
