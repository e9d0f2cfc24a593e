import type { Plugin } from 'vite';

/** What is taken out of a file of MSW, and what stands there instead. */
type Cut = readonly [part: string, instead: string];

const WEB_SOCKETS = 'new InterceptorSource({ interceptors: [new WebSocketInterceptor()] })';

/**
 * The simulated browser has its own jar and no request of ours carries a real cookie; the store would read `localStorage` while MSW is being
 * loaded, which fails where storage is blocked, and bring a list of public suffixes of 113 kB. MSW itself has none in Node.
 */
const COOKIE_STORE: readonly Cut[] = [
  ['import { Cookie, CookieJar, MemoryCookieStore } from "tough-cookie";', ''],
  ['const cookieStore = isNodeProcess() ? null : new CookieStore();', 'const cookieStore = null;'],
];

/** Nothing of ours opens a WebSocket or an XMLHttpRequest, and where there is no worker src/app/live has a way of its own. */
const OTHER_PROTOCOLS: readonly Cut[] = [
  ['import { WebSocketInterceptor } from "@mswjs/interceptors/WebSocket";', ''],
  ['import { XMLHttpRequestInterceptor } from "@mswjs/interceptors/XMLHttpRequest";', ''],
  ['import { FetchInterceptor } from "@mswjs/interceptors/fetch";', ''],
  [`sources: [httpSource, ${WEB_SOCKETS}],`, 'sources: [httpSource],'],
  ['}) : new FallbackHttpSource();\n\t\t\tnetwork.configure', '}) : null;\n\t\t\tnetwork.configure'],
  ['const defaultNetworkOptions = createDefaultNetworkOptions();', 'const defaultNetworkOptions = null;'],
];

/** Names what a log of WebSocket messages asks after; nothing is logged here, and there are no such messages. */
const SOCKET_LOG: readonly Cut[] = [
  ['import { WebSocketClientConnection, WebSocketServerConnection } from "@mswjs/interceptors/WebSocket";', ''],
];

const CUTS: readonly (readonly [file: RegExp, cuts: readonly Cut[]])[] = [
  [/\/msw\/lib\/_chunks\/cookie-store\.js$/, COOKIE_STORE],
  [/\/msw\/lib\/browser\/index\.js$/, OTHER_PROTOCOLS],
  [/\/msw\/lib\/_chunks\/attach-sibling-handlers\.js$/, SOCKET_LOG],
];

/** Leaves out of the built app what MSW brings and nothing here needs. The build fails where a part is not as it was. */
export function leanMsw(): Plugin {
  return {
    name: 'claimcheck:lean-msw',
    enforce: 'pre',
    transform: {
      filter: { id: CUTS.map(([file]) => file) },
      handler(code, id) {
        let lean = code;
        for (const [part, instead] of CUTS.flatMap(([file, cuts]) => (file.test(id) ? cuts : []))) {
          if (!lean.includes(part)) this.error(`not in MSW any more: ${part}`);
          lean = lean.replace(part, instead);
        }
        return { code: lean, map: null };
      },
    },
  };
}
