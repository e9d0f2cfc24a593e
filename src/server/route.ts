import type { HttpResponse } from '#core/http.ts';
import type { ReceivedRequest, ServerCall } from './call.ts';

export type Handler = (
  request: ReceivedRequest,
  call: ServerCall,
) => Promise<HttpResponse>;

/** One row of the server's table: a path, a method it takes, and who answers. A path that takes `GET` takes `HEAD` too. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handler: Handler;
}
