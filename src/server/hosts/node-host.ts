import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { reasonPhrase, type HttpResponse } from '#core/http.ts';
import { failure } from '../http/answers.ts';
import {
  answerBare,
  readRequestLine,
  type ClientError,
} from './bare-answer.ts';
import type { ReceivedRequest } from '../call.ts';
import { createInTurn, type InTurn } from './in-turn.ts';
import {
  namesItsHost,
  receiveMessage,
  withoutContent,
} from './node-request.ts';

/** Answers one request. */
export type Receive = (request: ReceivedRequest) => Promise<HttpResponse>;

const OPTIONS = {
  /** Tokens far longer than any of ours are tried: they are to be called bad tokens, not bad HTTP. */
  maxHeaderSize: 262_144,
  /** Node's own answer to a missing host has a date and no content. */
  requireHostHeader: false,
};

/** A connection takes its requests one after the other, pipelined or not (RFC 9112 §9.3.2). */
interface Connection {
  readonly inTurn: InTurn;
  /** What came last, and the answer to it. */
  latest: readonly [IncomingMessage, ServerResponse] | null;
}

/**
 * The server on a real socket: true header names, `x-sim-*` ignored, no wall-clock `Date`.
 * @param report told of what should never happen: an error in the server itself. The connection is then cut.
 */
export function createNodeHost(
  receive: Receive,
  report: (error: unknown) => void,
): Server {
  const connections = new WeakMap<Duplex, Connection>();
  const connectionOf = (socket: Duplex): Connection => {
    const known = connections.get(socket);
    if (known) return known;
    const connection = { inTurn: createInTurn(), latest: null };
    connections.set(socket, connection);
    return connection;
  };

  const host = createServer(OPTIONS);
  // Whoever has said everything and closed that half of the connection still gets an answer.
  Object.assign(host, { httpAllowHalfOpen: true });

  const take = (message: IncomingMessage, out: ServerResponse): void => {
    const connection = connectionOf(message.socket);
    connection.latest = [message, out];
    connection
      .inTurn(() => answer(message, out, receive))
      .catch((error: unknown) => {
        report(error);
        out.destroy();
      });
  };
  host.on('request', take);
  // An expectation that nobody knows may be ignored (RFC 9110 §10.1.1).
  host.on('checkExpectation', take);

  // `CONNECT` never becomes a request of Node's, which lets go of the socket: its errors and its end are ours.
  host.on('connect', ({ url = '/' }, socket) => {
    socket.on('error', () => socket.destroy()).resume();
    const request = withoutContent('CONNECT', url);
    connectionOf(socket)
      .inTurn(async () => answerBare(socket, await receive(request)))
      .then(() => socket.destroy(), report);
  });

  // Nor do methods that Node's parser does not know, and what is no HTTP at all.
  host.on('clientError', (fault: ClientError, socket) => {
    // Who asked for the connection to be closed is not heard any more.
    if (fault.code === 'HPE_CLOSED_CONNECTION') return;
    const { inTurn, latest } = connectionOf(socket);
    const [message, out] = latest ?? [];
    if (!socket.writable || (out?.headersSent && !message?.complete)) {
      socket.destroy();
      return;
    }
    const request = readRequestLine(fault);
    const bare = async () => {
      const malformed = failure('invalid_request');
      await answerBare(socket, request ? await receive(request) : malformed);
    };
    // What breaks off in its content waits for no turn: it is the one whose turn it is.
    const broken = message?.complete === false;
    (broken ? bare() : inTurn(bare)).catch(report);
  });
  return host;
}

async function answer(
  message: IncomingMessage,
  out: ServerResponse,
  receive: Receive,
): Promise<void> {
  const request = await receiveMessage(message);
  if (!request) return;
  const { status, headers, body } = namesItsHost(message)
    ? await receive(request)
    : failure('invalid_request');
  out.sendDate = false;
  out.writeHead(status, reasonPhrase(status), headers.flat());
  out.write(body);
  if (!message.complete) await dropRest(message);
  out.end();
}

/** Closing on a sender that is still sending would cost it the answer. */
function dropRest(message: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    message.once('end', resolve).once('close', resolve).resume();
  });
}
