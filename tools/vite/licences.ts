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
  /** Its licence file, whole. */
  readonly text: string;
}

const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), 'unknown'),
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

/** @throws Error where a shipped package has no licence to show. */
function readLicence(folder: string): Licence {
  const manifest = v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  if (!file) throw new Error(`${manifest.name} is shipped but has no licence file`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  return { name: manifest.name, version: manifest.version, licence: manifest.license, text };
}

function asText({ name, version, licence, text }: Licence): string {
  const title = `${name} ${version} (${licence})`;
  return `${title}\n${'='.repeat(title.length)}\n\n${text}\n`;
}
