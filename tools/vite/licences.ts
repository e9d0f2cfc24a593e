import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin, Rolldown } from 'vite';

/** One package of which something is shipped. */
interface Licence {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression of its package.json. */
  readonly licence: string;
  /** Its licence file, whole; for a package without one, what its manifest says. */
  readonly text: string;
}

const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), 'unknown'),
  author: v.optional(v.union([v.string(), v.object({ name: v.string() })]), 'the package’s authors'),
});

const LICENCE_FILE = /^(licen[cs]e|copying)/i;

/** Copied as it is, so no bundle has it among its modules. */
const COPIED = ['msw'];

export interface LicenceCollector {
  /** Writes `licences.json` and `licences.txt` into the built folder. */
  readonly page: () => Plugin;
  /** Notes what goes into the bundles of web workers, which are made apart from the page's. */
  readonly worker: () => Plugin;
}

/**
 * Lists the licence of every package that is shipped: of each module in a bundle, and of each copied file (the fonts).
 * @param root the project's root, absolute.
 */
export function licences(root: string): LicenceCollector {
  const folders = new Set(COPIED.map((name) => join(root, 'node_modules', name)));
  const noteBundle = (bundle: Rolldown.OutputBundle): void => {
    for (const output of Object.values(bundle)) {
      const files = output.type === 'chunk' ? output.moduleIds : output.originalFileNames;
      for (const file of files) {
        const folder = packageFolder(root, file);
        if (folder) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({
      name: 'claimcheck:licences-of-workers',
      generateBundle: (_options, bundle) => noteBundle(bundle),
    }),
    page: () => ({
      name: 'claimcheck:licences',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          noteBundle(bundle);
          const list = [...folders].map(readLicence).toSorted((a, b) => a.name.localeCompare(b.name));
          this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(list) });
          this.emitFile({ type: 'asset', fileName: 'licences.txt', source: list.map(asText).join('\n') });
        },
      },
    }),
  };
}

/** `…/node_modules/@scope/name/dist/x.js` lies in `…/node_modules/@scope/name`; our own files lie in no package. */
export function packageFolder(root: string, file: string): string | null {
  const path = file.replaceAll('\\', '/').replace(/^\0+/, '').replace(/\?.*$/, '');
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
  if (!found) return null;
  return found.startsWith('/') || /^[A-Za-z]:/.test(found) ? found : join(root, found);
}

/**
 * @param folder of one installed package, absolute.
 * @throws Error where a shipped package names no licence at all.
 */
export function readLicence(folder: string): Licence {
  const manifest = v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const { name, version, license } = manifest;
  const file = readdirSync(folder).find((entry) => LICENCE_FILE.test(entry));
  if (!file && license === 'unknown') throw new Error(`${name} is shipped but names no licence`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : fromManifest(manifest);
  return { name, version, licence: license, text };
}

function fromManifest({ license, author }: v.InferOutput<typeof Manifest>): string {
  const holder = typeof author === 'string' ? author : author.name;
  return `Copyright ${holder}. The package holds no licence file; its manifest says ${license}.`;
}

function asText({ name, version, licence, text }: Licence): string {
  const title = `${name} ${version} (${licence})`;
  return `${title}\n${'='.repeat(title.length)}\n\n${text}\n`;
}
