import { FetchInterceptor } from '@mswjs/interceptors/fetch';
import { defineNetwork, InterceptorSource } from 'msw/experimental';
import type { RequestHandler } from 'msw';
import type { Fetch } from '#browser/wire.ts';

/**
 * Lets MSW answer in the page itself, in front of `fetch`, where it cannot from a worker. What its handlers do not know goes on to the network, so
 * they must know every simulated host.
 */
export function interceptByFetch(handlers: readonly RequestHandler[]): Fetch | null {
  const original = globalThis.fetch;
  const network = defineNetwork({
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor()] })],
    handlers: [...handlers],
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  });
  network.enable();
  return globalThis.fetch === original ? null : (request) => fetch(request);
}
