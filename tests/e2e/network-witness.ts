import { createServer } from 'node:http';

export interface NetworkWitness {
  /** The proxy's address, for a browser context. */
  readonly server: string;
  /** Every host that was asked for, as `host:port` (https) or as a URL (http), in order. */
  readonly hosts: readonly string[];
  readonly close: () => void;
}

/**
 * A proxy that lets nothing through and writes down who was asked for. A browser sends all but loopback requests to it, so
 * it sees what really leaves a page or a worker, and nothing that a worker answered by itself.
 */
export async function watchNetwork(): Promise<NetworkWitness> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the network witness has no port');
  return {
    server: `http://127.0.0.1:${address.port}`,
    hosts,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
