import type { ServerCall } from '../call.ts';
import { handle } from '../handle.ts';
import { readWire, writeWire } from './wire.ts';

/** The server's end of the wire inside the page: what a service worker or an interceptor caught, answered. */
export async function answer(
  request: Request,
  call: ServerCall,
): Promise<Response> {
  return writeWire(await handle(await readWire(request), call));
}
