import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headersFor, parseHeadersFile, type HeaderRule } from './headers-file.ts';

export interface ServeOptions {
  /** The built folder, absolute. */
  readonly folder: string;
  /** Where the app lies on the host: `/`, or any path with a slash at both ends. */
  readonly base?: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly host?: string;
}

export interface Serving {
  /** The address of the app, with its base. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.wasm', '.txt', '.webmanifest']);

/**
 * Serves a built folder as a static host would: the headers of its `_headers` file, gzip, 404 for what is not there.
 * @throws an error with `code: 'EADDRINUSE'` when the port is taken.
 */
export async function serve({ folder, base = '/', port, host = 'localhost' }: ServeOptions): Promise<Serving> {
  const site: Site = {
    folder,
    base,
    rules: parseHeadersFile(await readFile(join(folder, '_headers'), 'utf8').catch(() => '')),
    zip: zipOnce(),
  };
  const server = createServer((request, response) => {
    answer(request, response, site).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  const actual = await listen(server, port, host);
  return {
    url: `http://${host}:${actual}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** What a server knows of what it serves. */
interface Site {
  readonly folder: string;
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  readonly zip: (path: string, body: Buffer) => Buffer;
}

/** Compresses what is asked for again only once it has changed, as a host would: the next visit does not wait for it. */
function zipOnce(): Site['zip'] {
  const known = new Map<string, { readonly body: Buffer; readonly zipped: Buffer }>();
  return (path, body) => {
    const last = known.get(path);
    if (last?.body.equals(body)) return last.zipped;
    const zipped = gzipSync(body);
    known.set(path, { body, zipped });
    return zipped;
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, rules, zip }: Site,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(request.url ?? '/', base);
  const body = path === null ? null : await read(folder, path);
  if (path === null || body === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const extension = extname(path);
  const zipped = COMPRESSED.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const sent = zipped ? zip(path, body) : body;
  response.writeHead(200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'content-length': sent.length,
    'cache-control': 'no-cache',
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    ...headersFor(rules, `/${path}`),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

/** The file's path below the folder, null for one outside the base or that cannot be read. A folder means its `index.html`. */
function pathOf(url: string, base: string): string | null {
  const address = URL.parse(url, 'http://localhost');
  if (!address?.pathname.startsWith(base)) return null;
  const path = decoded(address.pathname.slice(base.length));
  if (path === null) return null;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Null for what is no percent-encoded UTF-8: `%`, `%ff`. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

async function read(folder: string, path: string): Promise<Buffer | null> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return null;
  return readFile(file).catch(() => null);
}
