import type { HttpResponse } from '#core/http.ts';
import { during } from './acts.ts';
import type { ReceivedRequest, ServerCall } from './call.ts';
import { ServerFault } from './fault.ts';
import { normalPath } from './http/normal-path.ts';
import { refuseRequest } from './http/refuse-request.ts';
import type { Route } from './route.ts';
import { routesAt } from './routes.ts';

/** 1 MiB: larger content is not read. */
export const MAX_CONTENT = 1_048_576;

/**
 * The whole server: one request in, one response out, and whatever was remembered, counted and recorded on the way in
 * `call`. It knows nothing of sockets and workers.
 * @param more rows beyond those of `routes.ts`.
 */
export async function handle(
  request: ReceivedRequest,
  call: ServerCall,
  more: readonly Route[] = [],
): Promise<HttpResponse> {
  const response = await dispatch(request, call, more);
  // The headers of `GET`, and nothing after them (RFC 9110 §9.3.2).
  return request.method === 'HEAD' ? { ...response, body: '' } : response;
}

// region: handle.dispatch
async function dispatch(
  request: ReceivedRequest,
  call: ServerCall,
  more: readonly Route[],
): Promise<HttpResponse> {
  const acts = during('check', call);
  const path = normalPath(request.url);
  const routes = [
    ...(await routesAt(path, call.server)),
    ...more.filter((route) => route.path === path),
  ];
  // region: handle.dispatch/path
  if (routes.length === 0)
    return refuseRequest(acts, 'route-unknown', 'handle.dispatch/path');
  // endregion

  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((row) => row.method === method);
  // region: handle.dispatch/method
  if (!route) {
    const reason = 'method-not-allowed';
    return refuseRequest(acts, reason, 'handle.dispatch/method', {
      headers: [['Allow', allowed(routes)]],
    });
  }
  // endregion

  // region: handle.dispatch/size
  if (request.bytes.length > MAX_CONTENT) {
    const reason = 'content-too-large';
    return refuseRequest(acts, reason, 'handle.dispatch/size');
  }
  // endregion
  // region: handle.dispatch/fault
  try {
    return await route.handler(request, call);
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    const reason = 'server-fault';
    return refuseRequest(during('work', call), reason, 'handle.dispatch/fault');
  }
  // endregion
}
// endregion

/** `GET, HEAD` (RFC 9110 §10.2.1). */
function allowed(routes: readonly Route[]): string {
  return routes
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');
}
