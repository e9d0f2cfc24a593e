import type { IncomingMessage } from 'node:http';
import type { HeaderField, HeaderList } from '#core/http.ts';
import type { ReceivedRequest } from '../call.ts';
import { MAX_CONTENT } from '../handle.ts';

/** What Node's parser made of a request, as the server reads it. Null when the sender went away. */
export async function receiveMessage(
  message: IncomingMessage,
): Promise<ReceivedRequest | null> {
  const bytes = await readContent(message);
  if (!bytes) return null;
  return {
    method: message.method ?? 'GET',
    url: absoluteUrl(message.url ?? '/'),
    headers: trueHeaders(message.rawHeaders),
    bytes,
  };
}

/** A request that never became one of Node's. */
export function withoutContent(
  method: string,
  target: string,
): ReceivedRequest {
  return {
    method,
    url: absoluteUrl(target),
    headers: [],
    bytes: new Uint8Array(),
  };
}

/** HTTP/1.1 asks for exactly one `Host`, and for a 400 otherwise (RFC 9112 §3.2). */
export function namesItsHost({
  httpVersion,
  headersDistinct,
}: IncomingMessage): boolean {
  return httpVersion === '1.0' || headersDistinct['host']?.length === 1;
}

const TOO_LARGE = new Uint8Array(MAX_CONTENT + 1);

/** The content, or enough of it to see that it is too large. */
async function readContent(
  message: IncomingMessage,
): Promise<Uint8Array | null> {
  if (Number(message.headers['content-length']) > MAX_CONTENT) return TOO_LARGE;
  const pieces = message.iterator({
    destroyOnReturn: false,
  }) as AsyncIterable<Buffer>;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of pieces) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_CONTENT) break;
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function trueHeaders(raw: readonly string[]): HeaderList {
  const fields: HeaderField[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2);
    if (!name.toLowerCase().startsWith('x-sim-')) fields.push([name, value]);
  }
  return fields;
}

/**
 * The target of a request line is a path, or a whole address when the client takes this for a proxy (RFC 9112 §3.2).
 * Which host it names makes no difference here.
 */
function absoluteUrl(target: string): string {
  if (!target.startsWith('/') && URL.canParse(target)) return target;
  return `http://127.0.0.1/${target.replace(/^\//, '')}`;
}
