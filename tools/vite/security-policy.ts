import type { Plugin } from 'vite';

/** The hosts of the simulated web. Nothing is sent to them: the worker answers, but the page's policy is asked first. */
const SIMULATED_ORIGINS = ['https://app.example', 'https://evil.example', 'https://blog.app.example'];

/** What a page of the built app may load, run and reach. `'wasm-unsafe-eval'` is for SQLite. */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'", ...SIMULATED_ORIGINS],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
} as const;

/** The policy as a header or a `<meta>` carries it. */
function policyText(policy: Readonly<Record<string, readonly string[]>> = POLICY): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** The form that Netlify and Cloudflare Pages read; our own server reads it too. */
function headersFile(): string {
  return `/*
  Content-Security-Policy: ${policyText({ ...POLICY, 'frame-ancestors': ["'none'"] })}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;
}

/**
 * Puts the policy into the built document as a `<meta>`, where every host keeps it, and into a `_headers` file, which can
 * also forbid framing (a `<meta>` cannot, CSP 3, section 3.3). In development there is none: Vite's client needs more.
 */
export function securityPolicy(): Plugin {
  return {
    name: 'claimcheck:security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policyText()}" />`;
        const charset = /<meta charset="utf-8" \/>/i;
        if (!charset.test(html)) throw new Error('index.html has no <meta charset="utf-8" /> to put the policy after');
        return html.replace(charset, (found) => `${found}\n    ${meta}`);
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}
