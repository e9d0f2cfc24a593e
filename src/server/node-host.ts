import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import {
  reasonPhrase,
  statusLine,
  type HeaderField,
  type HeaderList,
  type HttpResponse,
} from '#core/http.ts';
import { failure } from './answers.ts';
import type { ReceivedRequest } from './call.ts';
import { MAX_CONTENT } from './handle.ts';

/** Answers one request. */
export type Receive = (request: ReceivedRequest) => Promise<HttpResponse>;

/** Tokens far longer than any of ours are tried: they are to be called bad tokens, not bad HTTP. */
const MAX_HEADERS = 262_144;

/**
 * The server on a real socket: true header names, `x-sim-*` ignored, no wall-clock `Date`.
 * @param report told of what should never happen: an error in the server itself. The connection is then cut.
 */
export function createNodeHost(
  receive: Receive,
  report: (error: unknown) => void,
): Server {
  const host = createServer({ maxHeaderSize: MAX_HEADERS }, (message, out) => {
    answer(message, out, receive).catch((error: unknown) => {
      report(error);
      out.destroy();
    });
  });
  const answerBare = (
    socket: Duplex,
    request: ReceivedRequest | null,
  ): void => {
    const answered = request
      ? receive(request)
      : Promise.resolve(failure('invalid_request'));
    answered.then((response) => socket.end(bareText(response)), report);
  };
  // `CONNECT`, and methods that Node's parser does not know, never become a request of Node's.
  host.on('connect', ({ url = '/' }, socket) => {
    answerBare(socket, withoutContent('CONNECT', url));
  });
  host.on('clientError', (error: ClientError, socket) => {
    if (socket.writable) answerBare(socket, readRequestLine(error));
    else socket.destroy();
  });
  return host;
}

async function answer(
  message: IncomingMessage,
  out: ServerResponse,
  receive: Receive,
): Promise<void> {
  const bytes = await readContent(message);
  if (!bytes) return;
  const { status, headers, body } = await receive({
    method: message.method ?? 'GET',
    url: absoluteUrl(message.url ?? '/'),
    headers: trueHeaders(message.rawHeaders),
    bytes,
  });
  out.sendDate = false;
  out.writeHead(status, reasonPhrase(status), headers.flat());
  out.end(body);
}

/**
 * The content, or enough of it to see that it is too large: the rest is read and dropped, so that the sender gets to hear of it.
 * Null when the sender went away.
 */
async function readContent(
  message: IncomingMessage,
): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      if (length <= MAX_CONTENT) chunks.push(chunk);
      length += chunk.length;
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

function withoutContent(method: string, target: string): ReceivedRequest {
  return {
    method,
    url: absoluteUrl(target),
    headers: [],
    bytes: new Uint8Array(),
  };
}

interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** An unknown method is not malformed, only not allowed. Null for what is malformed. */
function readRequestLine({
  code,
  rawPacket,
}: ClientError): ReceivedRequest | null {
  if (code !== 'HPE_INVALID_METHOD') return null;
  const line = /^([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP\/1\.[01]\r?\n/.exec(
    rawPacket?.toString('latin1') ?? '',
  );
  return line?.[1] && line[2] ? withoutContent(line[1], line[2]) : null;
}

function bareText(response: HttpResponse): string {
  const fields = [...response.headers, ['Connection', 'close']].map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [statusLine(response), ...fields, '', response.body].join('\r\n');
}
