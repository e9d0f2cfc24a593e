import type { Duplex } from 'node:stream';
import { statusLine, type HttpResponse } from '#core/http.ts';
import type { ReceivedRequest } from '../call.ts';
import { withoutContent } from './node-request.ts';

/** Writes an answer to what is no request of Node's, and is done with the connection when it has gone out. */
export function answerBare(
  socket: Duplex,
  response: HttpResponse,
): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', resolve).end(bareText(response), resolve);
  });
}

function bareText(response: HttpResponse): string {
  const fields = [...response.headers, ['Connection', 'close']].map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [statusLine(response), ...fields, '', response.body].join('\r\n');
}

/** What Node says of a request that it could not read. */
export interface ClientError extends Error {
  readonly code?: string;
  /** The packet, with other requests before this one perhaps, and how far it could be read. */
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const LAST_TOKEN = new RegExp(`${TOKEN}$`);
const REQUEST_LINE = new RegExp(`^(${TOKEN}) (\\S+) HTTP/1\\.[01]\r?\n`);

/** An unknown method is not malformed, only not allowed. Null for what is malformed. */
export function readRequestLine({
  code,
  rawPacket,
  bytesParsed = 0,
}: ClientError): ReceivedRequest | null {
  if (code !== 'HPE_INVALID_METHOD' || !rawPacket) return null;
  const packet = rawPacket.toString('latin1');
  const begun = LAST_TOKEN.exec(packet.slice(0, bytesParsed));
  const line = REQUEST_LINE.exec(packet.slice(begun?.index ?? bytesParsed));
  return line?.[1] && line[2] ? withoutContent(line[1], line[2]) : null;
}
