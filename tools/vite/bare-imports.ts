import type { Plugin } from 'vite';

/** Vite's own module around each `import()`: it fetches the stylesheets and scripts that the imported one needs. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Leaves out what Vite puts around `import()`. There is one stylesheet, with the document, and `modulePreload` is off: nothing is left to preload,
 * and the first load need not carry the means.
 */
export function bareImports(): Plugin {
  return {
    name: 'claimcheck:bare-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /preload-helper/ },
      handler: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : null),
    },
  };
}
